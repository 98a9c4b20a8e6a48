import Papa from 'papaparse';
import { figuresDigest, type OpenedTable, readTableSeal } from './table-seal.ts';

/** The column that holds the seal, on the first line of figures. */
export const sealColumn = 'seal';

/** What stands before a text that a spreadsheet would run as a formula. */
const guarded = /^'(?=[=@\t\r+-])/;

/** The seal of a CSV and whether its figures are those sealed; null without a seal. */
export function openCsv(file: Buffer): OpenedTable | null {
  const text = file.toString('utf8').replace(/^\uFEFF/, '');
  const [head = ''] = text.split(/\r?\n/, 1);
  if (!head.includes(sealColumn)) return null;
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [names = [], ...rows] = data;
  const place = names.indexOf(sealColumn);
  const seal = readTableSeal(rows[0]?.[place] ?? '');
  if (seal === null) return null;
  const others = <Value>(row: readonly Value[]) => row.filter((_, column) => column !== place);
  const figures = rows.map((row) => others(row).map((field) => field.replace(guarded, '')));
  return { seal, intact: figuresDigest(others(names), figures) === seal.figures };
}
