import type { ColumnMapping, Dialect, Reject, StagedFile } from '../types.ts';

/** What became of one data set; the content of `quality.json`. */
export interface DatasetQuality {
  dataset: string;
  file: string;
  kind: StagedFile['kind'];
  edition: number | null;
  dialect: Dialect;
  columns: ColumnMapping[];
  rows: number;
  kept: number;
  rejected: number;
  duplicates: number;
  reasons: { reason: string; column: string | null; rows: number; firstLines: number[] }[];
  codesUnmatched: string[];
  warnings: string[];
  checks: { check: string; passed: boolean; detail: string }[];
}

const linesShown = 5;

/** Gathers rejects by reason and column, most frequent first, with the first lines of each. */
export function summariseRejects(rejects: readonly Reject[]): DatasetQuality['reasons'] {
  const groups = new Map<string, DatasetQuality['reasons'][number]>();
  for (const { reason, column, line } of rejects) {
    const key = `${column ?? ''}\u0000${reason}`;
    const group = groups.get(key) ?? { reason, column, rows: 0, firstLines: [] };
    group.rows += 1;
    if (line !== null && group.firstLines.length < linesShown) group.firstLines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.rows - a.rows);
}

/** What a person is told of a data set: its commonest reject and its warnings; empty when all is well. */
export function describeQuality({ rejected, reasons, warnings }: DatasetQuality): string {
  const [first] = reasons;
  const line = first?.firstLines[0] ?? '?';
  const rows = rejected === 1 ? '1 row' : `${rejected} rows`;
  const rejects = first ? [`${rows} rejected, for instance line ${line}: ${first.reason}.`] : [];
  return [...rejects, ...warnings].join(' ');
}

/** The report of a staged file before anything is known of its rows. */
export const openQuality = (staged: StagedFile): DatasetQuality => ({
  dataset: staged.dataset,
  file: staged.file,
  kind: staged.kind,
  edition: staged.edition,
  dialect: staged.dialect,
  columns: staged.columns,
  rows: staged.rows,
  kept: 0,
  rejected: 0,
  duplicates: 0,
  reasons: [],
  codesUnmatched: [],
  warnings: [...staged.warnings],
  checks: [],
});

/** The header of the file that holds a canonical field, as rejects name it. */
export const headerOf = (staged: StagedFile, field: string): string =>
  staged.columns.find((column) => column.field === field)?.source ?? field;
