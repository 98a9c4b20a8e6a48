import { type Dimension, dimensions as dimensionNames } from '../../core/contract/vocabulary.ts';
import type { Language } from '../../core/format/language.ts';
import { nameValue } from '../../core/format/names.ts';
import type { Value } from './columns.ts';
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
    { label: string; category: { index: string[]; label: Record<string, string> } }
  >;
  value: (number | null)[];
  status: Record<string, string>;
  extension: { status: Record<string, string>; notes: Record<string, string> };
}

export interface JsonStatHeader {
  label: string;
  source: string;
  updated: string;
  notes: readonly (readonly [string, string])[];
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

function statusOf(line: ReadonlyMap<string, Value>): string | undefined {
  if (line.get('flag') === 'suppressed') return 'c';
  const comparability = line.get('comparability');
  if (typeof comparability === 'string' && comparability !== 'comparable') return 'b';
  return line.get('flag') === 'low-base' ? 'u' : undefined;
}

const isDimension = (name: string): name is Dimension =>
  dimensionNames.some((each) => each === name);

/** What a code stands for: « Bretagne », « Ensemble »; answers, questions and years speak for themselves. */
const labelOf = (name: string, code: string, language: Language): string => {
  if (!isDimension(name)) return code;
  return code === total ? sheetWords.total[language] : nameValue(name, code, language);
};

const codeOf = (value: Value | undefined): string =>
  value === null || value === undefined ? total : String(value);

/**
 * Turns a flat table into a JSON-stat cube: one dimension per identifying column that varies or names
 * a place, one « measure » dimension for the figures, cells without a line null, flags as `status`.
 */
export function writeJsonStat(table: DataTable, header: JsonStatHeader): JsonStatDataset {
  const names = table.columns.map((column) => column.name);
  const lines = table.rows.map((row) => new Map(row.map((value, index) => [names[index]!, value])));
  const dimensions = identifying.filter(
    (name) =>
      names.includes(name) &&
      !(
        name === 'label' &&
        names.some((other) => geographic.includes(other) || other === 'sector' || other === 'size')
      ),
  );
  const categories = dimensions.map((name) => [
    ...new Set(lines.map((line) => codeOf(line.get(name)))),
  ]);
  const measures = table.columns.filter(
    (column) =>
      (column.type === 'number' || column.type === 'integer') && !identifying.includes(column.name),
  );
  const size = [...categories.map((category) => category.length), measures.length];
  const cells = size.reduce((product, length) => product * length, 1);
  const value = new Array<number | null>(cells).fill(null);
  const status: Record<string, string> = {};
  for (const line of lines) {
    const start = dimensions.reduce(
      (offset, name, depth) =>
        offset * categories[depth]!.length + categories[depth]!.indexOf(codeOf(line.get(name))),
      0,
    );
    const letter = statusOf(line);
    for (const [index, measure] of measures.entries()) {
      const position = start * measures.length + index;
      const figure = line.get(measure.name);
      value[position] = typeof figure === 'number' ? figure : null;
      if (letter !== undefined) status[position] = letter;
    }
  }
  const labelled = (name: string, codes: readonly string[]): Record<string, string> =>
    Object.fromEntries(codes.map((code) => [code, labelOf(name, code, header.language)]));
  const time = dimensions.includes('edition') ? ['edition'] : undefined;
  const geo = dimensions.filter((name) => geographic.includes(name));
  return {
    version: '2.0',
    class: 'dataset',
    label: header.label,
    source: header.source,
    updated: header.updated,
    id: [...dimensions, 'measure'],
    size,
    role: {
      ...(geo.length === 0 ? {} : { geo }),
      ...(time === undefined ? {} : { time }),
      metric: ['measure'],
    },
    dimension: {
      ...Object.fromEntries(
        dimensions.map((name, depth) => [
          name,
          {
            label: table.columns.find((column) => column.name === name)!.heading,
            category: { index: categories[depth]!, label: labelled(name, categories[depth]!) },
          },
        ]),
      ),
      measure: {
        label: sheetWords.measure[header.language],
        category: {
          index: measures.map((measure) => measure.name),
          label: Object.fromEntries(measures.map((measure) => [measure.name, measure.heading])),
        },
      },
    },
    value,
    status,
    extension: { status: statusLabels, notes: Object.fromEntries(header.notes) },
  };
}
