import { type Dimension, dimensions as dimensionNames } from '../../core/contract/vocabulary.ts';
import type { Language } from '../../core/format/language.ts';
import { nameForFile } from '../../core/format/names.ts';
import type { Column, Value } from './columns.ts';
import { sheetWords } from './headings.ts';
import type { DataTable } from './table.ts';

/** A JSON-stat 2.0 data set (https://json-stat.org/full/), as far as Numoscope writes it. */
export interface JsonStatDataset {
  version: '2.0';
  class: 'dataset';
  label: string;
  source: string;
  updated: string;
  id: string[];
  size: number[];
  role: { geo?: string[]; time?: string[]; metric: string[] };
  dimension: Record<
    string,
    { label: string; category: { index: readonly string[]; label: Record<string, string> } }
  >;
  value: (number | null)[];
  status: Record<string, string>;
  extension: {
    status: Record<string, string>;
    marks: JsonStatMarks;
    notes: Record<string, string>;
    /** Which address and warehouse it comes from, and the digest of its figures. */
    seal?: string;
  };
}

/** By column: what is said of lines in words or by yes and no, each at the place of its line's first cell. */
export type JsonStatMarks = Record<
  string,
  { label: string; value: Record<string, string | boolean> }
>;

export interface JsonStatHeader {
  label: string;
  source: string;
  updated: string;
  notes: readonly (readonly [string, string])[];
  /** The wordings of the questions, by their codes. */
  questions: ReadonlyMap<number, string>;
  language: Language;
}

/** Eurostat’s letters, as readers of statistical files know them. */
const statusLabels = {
  b: 'break in series',
  c: 'not shown: too few respondents',
  u: 'low reliability: small base',
};

/** Columns that describe a line rather than measure it; the rest become categories of « measure ». */
const identifying = [
  'question',
  'region',
  'department',
  'sector',
  'size',
  'answer',
  'edition',
  'label',
];
const geographic = ['region', 'department'];

/** The category of a dimension's total, which is no code. */
const total = 'total';

/** A line of the table, by the names of its columns. */
type Line = ReadonlyMap<string, Value>;

function statusOf(line: Line): string | undefined {
  if (line.get('flag') === 'suppressed') return 'c';
  const comparability = line.get('comparability');
  if (typeof comparability === 'string' && comparability !== 'comparable') return 'b';
  return line.get('flag') === 'low-base' ? 'u' : undefined;
}

const isDimension = (name: string): name is Dimension =>
  dimensionNames.some((each) => each === name);

/** What a code stands for: « Bretagne », « Ensemble », a question's wording; answers and years speak for themselves. */
const labelOf = (
  name: string,
  code: string,
  { language, questions }: Pick<JsonStatHeader, 'language' | 'questions'>,
): string => {
  if (name === 'question') return questions.get(Number(code)) ?? code;
  if (!isDimension(name)) return code;
  return code === total ? sheetWords.total[language] : nameForFile(name, code, language);
};

const codeOf = (value: Value | undefined): string =>
  value === null || value === undefined ? total : String(value);

/** The columns that become dimensions: a row's label is one only where it tells apart lines that the codes do not. */
function dimensionsOf(names: readonly string[], lines: readonly Line[]): string[] {
  const present = identifying.filter((name) => names.includes(name));
  const codes = present.filter((name) => name !== 'label');
  const places = lines.map((line) => codes.map((name) => codeOf(line.get(name))).join('\n'));
  return new Set(places).size === lines.length ? codes : present;
}

/** A line of the table and where its figures begin among the cube's cells. */
interface PlacedLine {
  readonly line: Line;
  readonly start: number;
}

/** A table as a cube: its dimensions with their codes in order, its measures, its lines in their places. */
interface Cube {
  readonly dimensions: readonly { readonly column: Column; readonly codes: readonly string[] }[];
  readonly measures: readonly Column[];
  readonly lines: readonly PlacedLine[];
}

function cubeOf({ columns, rows }: DataTable): Cube {
  const names = columns.map(({ name }) => name);
  const lines = rows.map((row) => new Map(row.map((value, index) => [names[index]!, value])));
  const dimensions = dimensionsOf(names, lines).map((name) => ({
    column: columns.find((column) => column.name === name)!,
    codes: [...new Set(lines.map((line) => codeOf(line.get(name))))],
  }));
  const measures = columns.filter(
    ({ type, name }) => (type === 'number' || type === 'integer') && !identifying.includes(name),
  );
  const places = dimensions.map(({ codes }) => new Map(codes.map((code, place) => [code, place])));
  const startOf = (line: Line): number =>
    measures.length *
    dimensions.reduce(
      (offset, { column, codes }, depth) =>
        offset * codes.length + places[depth]!.get(codeOf(line.get(column.name)))!,
      0,
    );
  return { dimensions, measures, lines: lines.map((line) => ({ line, start: startOf(line) })) };
}

/** The figures cell after cell, null where the table has no line, and the flags of those that have one. */
function cellsOf({ dimensions, measures, lines }: Cube): Pick<JsonStatDataset, 'value' | 'status'> {
  const cells = dimensions.reduce((product, { codes }) => product * codes.length, measures.length);
  const value = new Array<number | null>(cells).fill(null);
  const status: Record<string, string> = {};
  for (const { line, start } of lines) {
    const letter = statusOf(line);
    for (const [index, { name }] of measures.entries()) {
      const figure = line.get(name);
      value[start + index] = typeof figure === 'number' ? figure : null;
      // What is given of a cell whose share is not, its base, is not said to be withheld.
      if (letter !== undefined && !(letter === 'c' && typeof figure === 'number')) {
        status[start + index] = letter;
      }
    }
  }
  return { value, status };
}

/** What a line says in words or by yes and no, which no cell can hold: marks of significance, letters. */
function marksOf(columns: readonly Column[], lines: readonly PlacedLine[]): JsonStatMarks {
  const said = columns.filter(
    ({ name, type }) =>
      (type === 'text' || type === 'boolean') && !identifying.includes(name) && name !== 'flag',
  );
  const valuesOf = (name: string) =>
    lines.flatMap(({ line, start }) => {
      const value = line.get(name);
      return typeof value === 'string' || typeof value === 'boolean' ? [[start, value]] : [];
    });
  return Object.fromEntries(
    said.map(({ name, heading }) => [
      name,
      { label: heading, value: Object.fromEntries(valuesOf(name)) },
    ]),
  );
}

function describeDimensions({ dimensions, measures }: Cube, header: JsonStatHeader) {
  const own = dimensions.map(({ column: { name, heading }, codes }) => {
    const label = Object.fromEntries(codes.map((code) => [code, labelOf(name, code, header)]));
    return [name, { label: heading, category: { index: [...codes], label } }] as const;
  });
  const measure = {
    label: sheetWords.measure[header.language],
    category: {
      index: measures.map(({ name }) => name),
      label: Object.fromEntries(measures.map(({ name, heading }) => [name, heading])),
    },
  };
  return Object.fromEntries([...own, ['measure', measure] as const]);
}

/**
 * Turns a flat table into a JSON-stat cube: one dimension per identifying column that varies or names
 * a place, one « measure » dimension for the figures, cells without a line null, flags as `status`, and what is no
 * figure in `extension.marks`, by the place of its line's first cell.
 */
export function writeJsonStat(table: DataTable, header: JsonStatHeader): JsonStatDataset {
  const cube = cubeOf(table);
  const names = cube.dimensions.map(({ column }) => column.name);
  const geo = names.filter((name) => geographic.includes(name));
  return {
    version: '2.0',
    class: 'dataset',
    label: header.label,
    source: header.source,
    updated: header.updated,
    id: [...names, 'measure'],
    size: [...cube.dimensions.map(({ codes }) => codes.length), cube.measures.length],
    role: {
      ...(geo.length === 0 ? {} : { geo }),
      ...(names.includes('edition') ? { time: ['edition'] } : {}),
      metric: ['measure'],
    },
    dimension: describeDimensions(cube, header),
    ...cellsOf(cube),
    extension: {
      status: statusLabels,
      marks: marksOf(table.columns, cube.lines),
      notes: Object.fromEntries(header.notes),
    },
  };
}
