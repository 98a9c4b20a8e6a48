import type { Filters } from '../core/contract/filters.ts';
import type { Dimension } from '../core/contract/vocabulary.ts';
import type { Language } from '../core/format/language.ts';
import { nameValue } from '../core/format/names.ts';
import { foldSearch } from '../warehouse/fold.ts';
import { fileNameWords } from './file-name-words.ts';
import type { AnswerView, DataAnswers } from './formats/table.ts';
import type { PictureQuery } from './picture-query.ts';

/** An answer that leaves as a file, and how it is drawn when it leaves as a picture. */
export interface Named {
  readonly view: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly answer: DataAnswers[AnswerView];
  readonly language: Language;
  readonly picture?: PictureQuery;
}

type Asked = Filters & {
  question?: number;
  chapter?: number;
  criteria?: string[];
  by?: Dimension[];
};

/** Values of one filter that a name still tells; of more, it says how many. */
const mostValues = 3;
const longest = 100;

const slug = (text: string): string =>
  foldSearch(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** « 2025 », or the first and the last of several editions. */
function editionsOf(answer: Named['answer']): string {
  if ('from' in answer) return `${answer.from}-${answer.to}`;
  if ('edition' in answer) return String(answer.edition ?? '');
  const editions = answer.series.flatMap(({ points }) => points.map(({ edition }) => edition));
  return [...new Set([Math.min(...editions), Math.max(...editions)])]
    .filter(Number.isFinite)
    .join('-');
}

/** Whom it is of: « bretagne », « taille-10-49 », « 12-departements ». */
function filtersOf(asked: Asked, language: Language): string[] {
  const { dimensions } = fileNameWords[language];
  return (['region', 'department', 'sector', 'size'] as const).flatMap((dimension) => {
    const keys = asked[dimension] ?? [];
    if (keys.length > mostValues) return [`${keys.length}-${dimensions[dimension]}s`];
    if (dimension === 'size') return keys.map((key) => `${dimensions.size}-${key}`);
    return dimension === 'sector' ? keys : keys.map((key) => nameValue(dimension, key, language));
  });
}

function lookOf({ shape, width, height, theme }: PictureQuery, language: Language): string[] {
  const { shapes, dark } = fileNameWords[language];
  return [
    shape === undefined ? '' : (shapes[shape] ?? ''),
    width === undefined || height === undefined ? '' : `${width}x${height}`,
    theme === 'dark' ? dark : '',
  ];
}

/**
 * A file's name but for its ending, by what it shows: `numoscope-601-2025-taille-bretagne`. ASCII, short, the same for
 * the same question; answers counted are too long for it, so that two files may have one name.
 */
export function nameFile({ view, query, answer, language, picture }: Named): string {
  const words = fileNameWords[language];
  const asked = query as Asked;
  const parts = [
    'numoscope',
    view === 'crosstab' ? '' : words.views[view as keyof typeof words.views],
    asked.question ?? (asked.criteria === undefined ? '' : words.score),
    asked.chapter === undefined ? '' : `${words.chapter}-${asked.chapter}`,
    editionsOf(answer),
    ...(asked.by ?? []).map((dimension) => words.dimensions[dimension]),
    ...filtersOf(asked, language),
    ...(picture === undefined ? [] : lookOf(picture, language)),
  ];
  const name = parts
    .map((part) => slug(String(part)))
    .filter((part) => part !== '')
    .join('-');
  return name.slice(0, longest).replace(/-$/, '');
}
