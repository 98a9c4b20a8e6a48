import type { RawQuery } from '../../core/contract/parse-query.ts';
import { ProblemError } from '../../core/contract/problem.ts';
import type { Language } from '../../core/format/language.ts';
import { meta } from '../../warehouse/answers/catalogue.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { endpoints } from '../endpoints.ts';
import { digestOf } from '../formats/sealed-csv.ts';
import { type AnswerView, type DataAnswers, type DataTable, tabulate } from '../formats/table.ts';
import { askPicture, drawPicture } from '../picture.ts';
import { readSearch } from './address.ts';
import { openCsv } from './csv-seal.ts';
import { isParquet, openParquet } from './parquet-seal.ts';
import { isPdf, openPdf } from './pdf-seal.ts';
import { isPng, openPng } from './png-seal.ts';
import { type Figures, figuresOf, type Seal } from './seal.ts';
import { openSvg } from './svg-seal.ts';
import { openXlsx, tableDigest } from './xlsx-seal.ts';

/** What a file that left Numoscope has become. */
export interface FileVerdict {
  status: 'unchanged' | 'revised' | 'altered' | 'unsealed';
  /** Why, in sentences. */
  reasons: readonly string[];
  /** Where the same figures are today; null without a seal. */
  address: string | null;
  /** The warehouse the file was made from, and the one asked. */
  version: { file: string | null; warehouse: string };
}

export interface Opened {
  address: string;
  version: string;
  intact: boolean;
  /** Whether the warehouse, asked again, gives the same figures. */
  same(warehouse: Warehouse): Promise<boolean>;
}

async function samePicture(address: string, figures: Figures, warehouse: Warehouse) {
  const { path, query } = readSearch(address);
  const asked = askPicture(path.slice(path.lastIndexOf('/') + 1), query);
  const { chart } = await drawPicture(warehouse, asked);
  return JSON.stringify(figuresOf(chart)) === JSON.stringify(figures);
}

/** The language that an address names. */
export const languageIn = (lang: RawQuery[string]): Language => (lang === 'en' ? 'en' : 'fr');

async function sameTable(
  address: string,
  figures: string,
  warehouse: Warehouse,
  digestTable: (table: DataTable) => string,
) {
  const { path, query } = readSearch(address);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const endpoint = endpoints.find((each) => each.name === name && each.tabular);
  if (endpoint === undefined) return false;
  const { format: _, lang, ...raw } = query;
  const answer = await endpoint.run(warehouse, endpoint.parse(raw, {}), { verify: undefined });
  const view = name as AnswerView;
  const table = tabulate(
    view,
    answer as DataAnswers[AnswerView],
    meta(warehouse).origin,
    languageIn(lang),
  );
  return digestTable(table) === figures;
}

function openPicture(file: Buffer): { seal: Seal; intact: boolean } | null {
  if (isPng(file)) return openPng(file);
  if (isPdf(file)) return openPdf(file);
  const text = file.toString('utf8');
  return text.includes('<svg') ? openSvg(text) : null;
}

async function openFile(file: Buffer): Promise<Opened | null> {
  const picture = openPicture(file);
  if (picture !== null) {
    const { address, version, figures } = picture.seal;
    const same = (warehouse: Warehouse) => samePicture(address, figures, warehouse);
    return { address, version, intact: picture.intact, same };
  }
  const zipped = file.subarray(0, 2).toString('latin1') === 'PK';
  const book = zipped ? await openXlsx(file) : null;
  const table = book ?? (isParquet(file) ? await openParquet(file) : openCsv(file));
  if (table === null) return null;
  const { address, version, figures } = table.seal;
  const digestTable = book === null ? digestOf : tableDigest;
  const same = (warehouse: Warehouse) => sameTable(address, figures, warehouse, digestTable);
  return { address, version, intact: table.intact, same };
}

/** Whether the figures are still given; a question that can no longer be asked is a figure that is not. */
export async function isSame(opened: Opened, warehouse: Warehouse): Promise<boolean> {
  try {
    return await opened.same(warehouse);
  } catch (cause) {
    if (cause instanceof ProblemError) return false;
    throw cause;
  }
}

/**
 * The verdict on a sealed file: `intact` when it is what was sealed, `stands` when the warehouse gives its figures still.
 */
export function verdictOf(
  { version: file, intact, stands }: { version: string; intact: boolean; stands: boolean },
  warehouse: Warehouse,
): Omit<FileVerdict, 'address'> {
  const version = { file, warehouse: warehouse.version };
  const say = (status: FileVerdict['status'], reason: string) => ({
    status,
    reasons: [reason],
    version,
  });
  if (!intact) {
    return say(
      'altered',
      'What the file shows is not what was sealed: it was edited or saved again.',
    );
  }
  if (stands) return say('unchanged', 'The warehouse gives the same figures.');
  return file === warehouse.version
    ? say('altered', 'The very warehouse that the seal names gives other figures.')
    : say('revised', 'The file is intact; today’s warehouse gives other figures.');
}

/**
 * Says what became of a PNG, SVG, PDF, XLSX, CSV or Parquet that left Numoscope: `unchanged`; `revised` when it is intact and a newer
 * warehouse gives other figures; `altered` when what it shows is not what was sealed, or its seal says other figures
 * than the very warehouse it names; `unsealed` for any other file.
 */
export async function verifyFile(file: Buffer, warehouse: Warehouse): Promise<FileVerdict> {
  const opened = await openFile(file);
  if (opened === null) {
    return {
      status: 'unsealed',
      reasons: ['The file carries no seal of Numoscope.'],
      address: null,
      version: { file: null, warehouse: warehouse.version },
    };
  }
  const { address, version, intact } = opened;
  const stands = intact && (await isSame(opened, warehouse));
  return { ...verdictOf({ version, intact, stands }, warehouse), address };
}
