import { ProblemError } from '../../core/contract/problem.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { askPicture, drawPicture } from '../picture.ts';
import { readSearch } from './address.ts';
import { askAgain } from './ask-again.ts';
import { openCsv } from './csv-seal.ts';
import { openJsonStat, openSpec, readJson } from './json-seal.ts';
import { isParquet, openParquet } from './parquet-seal.ts';
import { isPdf, openPdf } from './pdf-seal.ts';
import { isPng, openPng } from './png-seal.ts';
import { type Figures, figuresOf, type Seal } from './seal.ts';
import { openSvg } from './svg-seal.ts';
import type { OpenedTable, TableSeal } from './table-seal.ts';
import { isZip, openXlsx } from './xlsx-seal.ts';

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

/** Whether the API, asked again for a table, writes the same figures. */
async function sameTable({ address, figures }: TableSeal, warehouse: Warehouse) {
  const body = await askAgain(address, warehouse);
  return body !== null && (await openTable(body))?.seal.figures === figures;
}

function openPicture(file: Buffer): { seal: Seal; intact: boolean } | null {
  if (isPng(file)) return openPng(file);
  if (isPdf(file)) return openPdf(file);
  const spec = readJson(file);
  if (spec !== null) return openSpec(spec);
  const text = file.toString('utf8');
  return text.includes('<svg') ? openSvg(text) : null;
}

async function openTable(file: Buffer): Promise<OpenedTable | null> {
  if (isParquet(file)) return openParquet(file);
  if (isZip(file)) return openXlsx(file);
  const dataset = readJson(file);
  return dataset === null ? openCsv(file) : openJsonStat(dataset);
}

async function openFile(file: Buffer): Promise<Opened | null> {
  const picture = openPicture(file);
  if (picture !== null) {
    const { address, version, figures } = picture.seal;
    const same = (warehouse: Warehouse) => samePicture(address, figures, warehouse);
    return { address, version, intact: picture.intact, same };
  }
  const table = await openTable(file);
  if (table === null) return null;
  const { address, version } = table.seal;
  const same = (warehouse: Warehouse) => sameTable(table.seal, warehouse);
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
 * Says what became of a picture, a specification or a table that left Numoscope: `unchanged`; `revised` when it is intact and a newer
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
