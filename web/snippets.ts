import { dimensions } from '../core/contract/vocabulary.ts';
import type { Language } from '../core/format/language.ts';

export const snippetNames = ['curl', 'R', 'Python', 'DuckDB'] as const;
export type SnippetName = (typeof snippetNames)[number];

/** The same request for a file: the answer's address with a `format`, in French unless a language is named. */
export const fileAddress = (url: string, format: string, lang: Language = 'fr'): string =>
  `${url}${url.includes('?') ? '&' : '?'}format=${format}${lang === 'fr' ? '' : `&lang=${lang}`}`;

/** The picture of an answer: its address under `/charts`, with how it is to look. */
export function pictureAddress(
  url: string,
  format: string,
  look: Readonly<Record<string, string>>,
): string {
  const [path = '', query = ''] = url.split('?', 2);
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(look)) search.set(name, value);
  const [, root = '', view = ''] = /^(.*)\/([a-z]+)$/.exec(path) ?? [];
  return `${root}/charts/${view}.${format}?${search}`;
}

/** What an answer's chart is quoted and embedded by, and whether it may be published. */
export const shareAddress = (url: string, look: Readonly<Record<string, string>>): string => {
  const { pathname, search } = new URL(pictureAddress(url, 'share', look), 'http://site.invalid');
  return `/share/${endpointOf(pathname.replace('.share', ''))}${search}`;
};

/** The name of the answer's endpoint, which its files carry. */
export const endpointOf = (url: string): string =>
  /\/([a-z]+)(?:\?|$)/.exec(url)?.[1] ?? 'numoscope';

/** The columns of codes in the file: read as text, or « 01 » would become 1. */
const codeColumns = (url: string): readonly string[] => {
  const by = new URLSearchParams(url.split('?')[1] ?? '').getAll('by');
  return dimensions.filter((dimension) => by.includes(dimension));
};

function readInR(url: string, columns: readonly string[]): string {
  const classes = columns.map((column) => `${column} = "character"`).join(', ');
  const types = columns.length === 0 ? '' : `,\n  colClasses = c(${classes})`;
  return `figures <- read.csv(\n  "${url}",\n  fileEncoding = "UTF-8", na.strings = ""${types}\n)`;
}

function readInPython(url: string, columns: readonly string[]): string {
  const types = columns.map((column) => `"${column}": str`).join(', ');
  const dtype = columns.length === 0 ? '' : `\n    dtype={${types}},`;
  return `import pandas as pd\n\nfigures = pd.read_csv(\n    "${url}",${dtype}\n)`;
}

/**
 * A few lines that bring the same figures into a tool. `url` is the answer's whole address, as `URLSearchParams`
 * writes it: no quote of any of these languages is left in it.
 */
export function snippet(name: SnippetName, url: string, lang: Language): string {
  const file = `numoscope-${endpointOf(url)}`;
  const csv = fileAddress(url, 'csv', lang);
  switch (name) {
    case 'curl':
      return `curl --fail --output ${file}.csv \\\n  '${csv}'`;
    case 'R':
      return readInR(csv, codeColumns(url));
    case 'Python':
      return readInPython(csv, codeColumns(url));
    case 'DuckDB':
      return `curl --fail --output ${file}.parquet \\\n  '${fileAddress(url, 'parquet', lang)}'\nduckdb -c "FROM '${file}.parquet'"`;
  }
}
