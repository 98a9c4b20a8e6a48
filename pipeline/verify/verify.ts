import { ProblemError } from '../../core/contract/problem.ts';
import type { VerificationCause } from '../../core/contract/verification-causes.ts';
import { explainedVerification } from '../../core/format/verification.ts';
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
  /** Why a figure was skipped, or what a reconciliation compared, in French. */
  reason: string | null;
  /** The same, as a code with what it names. */
  cause: VerificationCause | null;
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

const skipped = (id: string, official: number, cause: VerificationCause): VerifiedFigure => ({
  id,
  official,
  computed: null,
  difference: null,
  verdict: 'skipped',
  ...explainedVerification(cause),
});

/** Why the answers refuse a figure: what this warehouse lacks where that is the reason, else their own words. */
function refusalOf(
  { catalogue }: Warehouse,
  { edition, fromEdition }: PublishedFigure,
  { fields: { parameter, detail } }: ProblemError,
): VerificationCause {
  const lacking = [fromEdition, edition].find((year) => year && !catalogue.editions.has(year));
  if (lacking) return { code: 'no-edition', edition: lacking };
  const absent = parameter === 'question' || parameter === 'edition' || parameter === 'answer';
  return absent ? { code: 'no-answer' } : { code: 'refused', ...detail };
}

async function verifyFigure(
  warehouse: Warehouse,
  figure: PublishedFigure,
): Promise<VerifiedFigure> {
  if (figure.cause !== null) return skipped(figure.id, figure.value, figure.cause);
  try {
    const computed = await computeFigure(warehouse, figure);
    const difference = computed - figure.value;
    const holds = Math.abs(difference) <= figure.rounding / 2 + hair * Math.abs(figure.value);
    const verdict = holds ? 'ok' : 'differs';
    const { id, value: official } = figure;
    return { id, official, computed, difference, verdict, ...explainedVerification(null) };
  } catch (cause) {
    if (cause instanceof NotHeld) return skipped(figure.id, figure.value, cause.reason);
    if (cause instanceof ProblemError)
      return skipped(figure.id, figure.value, refusalOf(warehouse, figure, cause));
    throw cause;
  }
}

function verifyReconciliation({ edition, cells, largestGap }: Reconciliation): VerifiedFigure {
  const id = `reconcile-${edition}`;
  if (largestGap === null) return skipped(id, 0, { code: 'no-common-cell' });
  return {
    id,
    official: 0,
    computed: largestGap,
    difference: largestGap,
    verdict: largestGap <= reconciliationTolerance + hair ? 'ok' : 'differs',
    ...explainedVerification({ code: 'compared-cells', cells }),
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
