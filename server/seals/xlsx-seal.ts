import readXlsxFile from 'read-excel-file/node';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { type Bilingual, sheetWords } from '../formats/headings.ts';
import type { DataTable } from '../formats/table.ts';
import { digest } from './seal.ts';

/** What travels in the notes of a workbook, on the line « Sceau ». */
export const SheetSeal = Type.Object({
  numoscope: Type.Literal(1),
  address: Type.String(),
  version: Type.String(),
  figures: Type.String({ description: 'SHA-256 de la feuille « Données »' }),
});
export type SheetSeal = Static<typeof SheetSeal>;

/** The line of the notes that holds the seal. */
export const sealLabel = 'Sceau';

/** Booleans as both languages write them, read alike whatever the workbook's. */
const written = new Map(
  (['yes', 'no'] as const).flatMap((said) =>
    Object.values(sheetWords[said]).map((word) => [word, sheetWords[said].fr] as const),
  ),
);

/** A cell as a spreadsheet gives it back: no null, no boolean, no space around. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return sheetWords[value ? 'yes' : 'no'].fr;
  const text = String(value).trim();
  return written.get(text) ?? text;
}

const linesDigest = (lines: readonly (readonly unknown[])[]): string =>
  digest(JSON.stringify(lines.map((line) => line.map(cellText))));

/** The digest of a table as its sheet will hold it, headings included. */
export const tableDigest = ({ columns, rows }: DataTable): string =>
  linesDigest([columns.map(({ heading }) => heading), ...rows]);

export const isZip = (file: Buffer): boolean => file.subarray(0, 2).toString('latin1') === 'PK';

const names = (words: Bilingual): readonly string[] => Object.values(words);

/** The seal of a workbook and whether its sheet of figures is the one sealed; null without a seal. */
export async function openXlsx(file: Buffer): Promise<{ seal: SheetSeal; intact: boolean } | null> {
  const sheets = await readXlsxFile(file).catch(() => []);
  const notes = sheets.find(({ sheet }) => names(sheetWords.notes).includes(sheet))?.data ?? [];
  const figures = sheets.find(({ sheet }) => names(sheetWords.data).includes(sheet))?.data ?? [];
  const text = notes.find(([label]) => label === sealLabel)?.[1];
  const seal = typeof text === 'string' ? parse(text) : null;
  return seal === null ? null : { seal, intact: linesDigest(figures) === seal.figures };
}

function parse(text: string): SheetSeal | null {
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(SheetSeal, value) ? value : null;
  } catch {
    return null;
  }
}
