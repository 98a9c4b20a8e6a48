import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { closedSubjects, type VerificationCause } from '../../core/contract/verification-causes.ts';
import { packageRoot } from '../../warehouse/package-root.ts';

export const statistics = ['share_pct', 'difference_pt', 'respondents', 'count', 'weight'] as const;
export type Statistic = (typeof statistics)[number];

export const figureDimensions = ['department', 'region', 'sector', 'size', 'size_detail'] as const;
export type FigureDimension = (typeof figureDimensions)[number];

/** One officially published figure, as `data/published-figures.csv` lists it. */
export interface PublishedFigure {
  id: string;
  edition: number;
  /** The earlier edition of a difference. */
  fromEdition: number | null;
  question: number | null;
  /** Answers counted together. */
  answers: string[];
  /** The answers that make the base, when it is not every answer. */
  among: string[];
  dimension: FigureDimension | null;
  /** Values of the dimension, counted together. */
  keys: string[];
  statistic: Statistic;
  /** Per cent, points, respondents or enterprises, after the statistic. */
  value: number;
  /** The step the value was rounded to. */
  rounding: number;
  confidence: string;
  status: 'check' | 'skip';
  /** Why a figure is not checked. */
  cause: VerificationCause | null;
  source: string;
}

type Row = Record<string, string>;

/** `contradicted 55.5`: a code of `VerificationCause`, then what its sentence names. */
function readCause(text: string): VerificationCause | null {
  const [code, first, second] = text.split(' ');
  switch (code) {
    case '':
      return null;
    case 'no-code':
    case 'doubtful-source':
    case 'other-sectors':
    case 'mean-of-shares':
      return { code };
    case 'contradicted':
      return { code, share: Number(first) };
    case 'contradicted-by-levels':
      return { code, before: Number(first), after: Number(second) };
    case 'not-in-open-data': {
      const subject = closedSubjects.find((each) => each === first);
      if (subject !== undefined) return { code, subject };
    }
  }
  throw new Error(`unknown reason « ${text} »`);
}

const list = (text: string | undefined) => (text ? text.split('|') : []);

/** Reads one row of the list; throws when a word is not one of those allowed. */
function parseFigure(row: Row): PublishedFigure {
  const statistic = statistics.find((name) => name === row.statistic);
  if (!statistic) throw new Error(`${row.id}: unknown statistic « ${row.statistic} »`);
  const dimension = figureDimensions.find((name) => name === row.dimension) ?? null;
  if (row.dimension && !dimension)
    throw new Error(`${row.id}: unknown dimension « ${row.dimension} »`);
  return {
    id: row.id ?? '',
    edition: Number(row.edition),
    fromEdition: row.from_edition ? Number(row.from_edition) : null,
    question: row.question ? Number(row.question) : null,
    answers: list(row.answers),
    among: list(row.among),
    dimension,
    keys: row.key ? row.key.split('+') : [],
    statistic,
    value: Number(row.value),
    rounding: Number(row.rounding),
    confidence: row.confidence ?? '',
    status: row.status === 'check' ? 'check' : 'skip',
    cause: readCause(row.reason ?? ''),
    source: row.source ?? '',
  };
}

/** The checked list of published figures, in file order. */
export async function readPublishedFigures(): Promise<PublishedFigure[]> {
  const text = await readFile(join(packageRoot, 'data', 'published-figures.csv'), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data.map(parseFigure);
}
