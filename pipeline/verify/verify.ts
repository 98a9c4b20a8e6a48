import { ProblemError } from '../../core/contract/problem.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { computeFigure, NotHeld } from './compute.ts';
import { type PublishedFigure, readPublishedFigures } from './figures.ts';
import { type Reconciliation, reconcile } from './reconcile.ts';

export { renderVerification } from './render.ts';

export type Verdict = 'ok' | 'differs' | 'skipped';

export interface VerifiedFigure {
  id: string;
  /** What was published, in its own unit: per cent, points, respondents, enterprises. */
  official: number;
  /** What the warehouse gives, in the same unit; null when it was not computed. */
  computed: number | null;
  /** `computed` − `official`. */
  difference: number | null;
  verdict: Verdict;
  /** Why a figure was skipped, or what a reconciliation compared. */
  reason: string | null;
}

export interface Verification {
  passed: number;
  failed: number;
  skipped: number;
  figures: VerifiedFigure[];
}

/** What binary fractions may add to a difference. */
const hair = 1e-9;

/** Aggregates are published in tenths of a point at best. */
const reconciliationTolerance = 0.05;

const skipped = (id: string, official: number, reason: string): VerifiedFigure => ({
  id,
  official,
  computed: null,
  difference: null,
  verdict: 'skipped',
  reason,
});

async function verifyFigure(
  warehouse: Warehouse,
  figure: PublishedFigure,
): Promise<VerifiedFigure> {
  if (figure.status === 'skip') return skipped(figure.id, figure.value, figure.reason);
  try {
    const computed = await computeFigure(warehouse, figure);
    const difference = computed - figure.value;
    const holds = Math.abs(difference) <= figure.rounding / 2 + hair * Math.abs(figure.value);
    const verdict = holds ? 'ok' : 'differs';
    return { id: figure.id, official: figure.value, computed, difference, verdict, reason: null };
  } catch (cause) {
    if (cause instanceof NotHeld) return skipped(figure.id, figure.value, cause.message);
    if (cause instanceof ProblemError)
      return skipped(figure.id, figure.value, cause.problem.detail);
    throw cause;
  }
}

function verifyReconciliation({ edition, cells, largestGap }: Reconciliation): VerifiedFigure {
  const id = `reconcile-${edition}`;
  if (largestGap === null) return skipped(id, 0, 'aucune cellule commune aux deux bases');
  return {
    id,
    official: 0,
    computed: largestGap,
    difference: largestGap,
    verdict: largestGap <= reconciliationTolerance + hair ? 'ok' : 'differs',
    reason: `plus grand écart, en points, sur ${cells} cellules communes aux deux bases`,
  };
}

/**
 * Recomputes every published figure from the warehouse, through the answers the API gives, and reconciles the
 * microdata with the official aggregates. A figure holds when it is within half its rounding. One that the
 * warehouse cannot give (another edition, a question without code, a source contradicted) is skipped, with why.
 */
export async function verify(warehouse: Warehouse): Promise<Verification> {
  const figures: VerifiedFigure[] = [];
  for (const figure of await readPublishedFigures())
    figures.push(await verifyFigure(warehouse, figure));
  figures.push(...(await reconcile(warehouse)).map(verifyReconciliation));
  const count = (verdict: Verdict) => figures.filter((each) => each.verdict === verdict).length;
  return { passed: count('ok'), failed: count('differs'), skipped: count('skipped'), figures };
}
