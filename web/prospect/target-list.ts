import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { nameValue } from '../../core/format/names.ts';
import { describeFlag } from '../../core/format/wording.ts';
import { letterOf } from './tiers.ts';

export type ListValue = string | number | null;

/** The list that leaves with the vendor: what is on the page, row by row, under French column names. */
export interface TargetList {
  columns: readonly string[];
  rows: readonly (readonly ListValue[])[];
}

const codeColumns: Record<Dimension, readonly [string, string]> = {
  department: ['code_departement', 'departement'],
  region: ['code_region', 'region'],
  sector: ['code_secteur', 'secteur'],
  size: ['code_taille', 'taille'],
};

const inTurn = (by: readonly Dimension[]) => dimensions.filter((one) => by.includes(one));

/** The columns of a ranking's dimensions: code and name of each. */
export const codeNames = (by: readonly Dimension[]): readonly string[] =>
  inTurn(by).flatMap((dimension) => codeColumns[dimension]);

/** What a row has in these columns. */
export const codesAndNames = (by: readonly Dimension[], row: RankingRow): readonly string[] =>
  inTurn(by).flatMap((dimension) => {
    const key = row.key[dimension] ?? '';
    return [key, nameValue(dimension, key, 'fr')];
  });

const figures = [
  'base_repondants',
  'entreprises_representees',
  'reponses',
  'part',
  'part_basse',
  'part_haute',
  'part_lissee',
  'part_lissee_basse',
  'part_lissee_haute',
  'potentiel',
  'potentiel_bas',
  'potentiel_haut',
  'score',
  'probabilite_10_premiers',
  'signalement',
  'origine_estimation',
  'edition',
  'commercial',
];

const rounded = (value: number | null | undefined, digits: number): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(digits));

/**
 * Lays rows out as one table: rank and its interval, group, code and label of each dimension, figures
 * (shares from 0 to 1, potentials in enterprises), flag in words, and an empty column for the seller.
 */
export function targetList(answer: RankingsAnswer, rows: readonly RankingRow[]): TargetList {
  const line = (row: RankingRow): ListValue[] => [
    row.rank,
    row.rankInterval?.[0] ?? null,
    row.rankInterval?.[1] ?? null,
    row.tier == null ? null : letterOf(row.tier),
    ...codesAndNames(answer.by, row),
    row.n,
    rounded(row.weight, 0),
    row.count,
    rounded(row.share, 4),
    rounded(row.ci?.[0], 4),
    rounded(row.ci?.[1], 4),
    rounded(row.smoothed?.share, 4),
    rounded(row.smoothed?.ci?.[0], 4),
    rounded(row.smoothed?.ci?.[1], 4),
    rounded(row.potential?.enterprises, 0),
    rounded(row.potential?.ci?.[0], 0),
    rounded(row.potential?.ci?.[1], 0),
    rounded(row.score, 1),
    rounded(row.topProbability, 3),
    describeFlag(row.flag, 'fr'),
    row.flag === 'suppressed' && (row.smoothed !== null || row.score !== null)
      ? 'estimé par le modèle'
      : '',
    answer.edition,
    null,
  ];
  return {
    columns: ['rang', 'rang_bas', 'rang_haut', 'groupe', ...codeNames(answer.by), ...figures],
    rows: rows.map(line),
  };
}

/** What a spreadsheet would run as a formula; a negative number is none. */
const formula = /^(?:[=@\t\r]|[+-](?!\d))/u;

/** `excel`: semicolon, decimal comma, byte-order mark, for French spreadsheets; `crm`: comma, point, none. */
export async function listAsCsv(
  { columns, rows }: TargetList,
  dialect: 'excel' | 'crm',
): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const french = dialect === 'excel';
  const text = (value: ListValue): string => {
    if (value === null) return '';
    return french && typeof value === 'number' ? String(value).replace('.', ',') : String(value);
  };
  const csv = Papa.unparse(
    { fields: [...columns], data: rows.map((row) => row.map(text)) },
    { delimiter: french ? ';' : ',', newline: '\r\n', escapeFormulae: formula },
  );
  return `${french ? '\uFEFF' : ''}${csv}\r\n`;
}

/** The same as a workbook of two sheets, the second for the notes. */
export async function listAsWorkbook(
  { columns, rows }: TargetList,
  notes: readonly string[],
): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const heading = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const cell = (value: ListValue) => {
    if (value === null) return null;
    return typeof value === 'number' ? { value, type: Number } : { value, type: String };
  };
  const sheets = [
    {
      data: [columns.map(heading), ...rows.map((row) => row.map(cell))],
      sheet: 'Cibles',
      stickyRowsCount: 1,
      columns: columns.map(() => ({ width: 16 })),
    },
    {
      data: notes.map((value) => [{ value, type: String, wrap: true }]),
      sheet: 'Notes',
      columns: [{ width: 110 }],
    },
  ];
  return writeXlsxFile(sheets).toBlob();
}
