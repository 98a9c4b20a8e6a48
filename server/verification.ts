import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notFound } from '../core/contract/problem.ts';
import type {
  IngestedDataset,
  Verification,
  VerificationAnswer,
} from '../core/contract/verification.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { nothing } from './problem-words.ts';

/** Recomputes the officially published figures from a warehouse. */
export type Verify = (warehouse: Warehouse) => Promise<Verification>;

/** What the application was given beside the warehouse. */
export interface Services {
  readonly verify?: Verify | undefined;
}

/** The report that ingestion leaves beside the database. */
export const qualityName = 'quality.json';

/** The data sets of the report, without what each column was mapped to; null when there is none. */
async function readDatasets(folder: string): Promise<IngestedDataset[] | null> {
  const text = await readFile(join(folder, qualityName), 'utf8').catch(() => null);
  if (text === null) return null;
  const { datasets } = JSON.parse(text) as { datasets: IngestedDataset[] };
  return datasets.map((each) => ({
    dataset: each.dataset,
    kind: each.kind,
    edition: each.edition,
    status: each.status,
    rows: each.rows,
    kept: each.kept,
    rejected: each.rejected,
    duplicates: each.duplicates,
    reasons: each.reasons,
    codesUnmatched: each.codesUnmatched,
    warnings: each.warnings,
    checks: each.checks,
  }));
}

/**
 * What the warehouse gives beside what was officially published, and what became of the data sets.
 * @throws ProblemError 404 when the application was not given a way to verify.
 */
export async function verification(
  warehouse: Warehouse,
  { verify }: Services,
): Promise<VerificationAnswer> {
  if (verify === undefined) {
    throw notFound('verification', nothing.verification);
  }
  const [result, datasets] = await Promise.all([verify(warehouse), readDatasets(warehouse.folder)]);
  return { version: warehouse.version, ...result, datasets };
}
