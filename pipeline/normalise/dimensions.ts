import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { departments, regions } from '../../core/contract/territories.ts';
import { sectors, sizeDetails } from '../../core/contract/vocabulary.ts';
import { packageRoot } from '../../warehouse/package-root.ts';
import { publishedTotal } from '../../warehouse/tables.ts';
import { plainText, wordKey } from './text.ts';

interface Alias {
  dimension: string;
  key: string;
  label: string;
}

const aliases: readonly Alias[] = Papa.parse<Alias>(
  readFileSync(join(packageRoot, 'data', 'dimension-aliases.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
).data;

/** Words → id (1 + position in the contract’s list), from the contract’s labels and the alias file. */
function idsByWords(
  dimension: string,
  keys: readonly string[],
  labels: readonly string[],
): Map<string, number> {
  const ids = new Map<string, number>();
  keys.forEach((key, index) => {
    ids.set(wordKey(key), index + 1);
    ids.set(wordKey(labels[index]), index + 1);
  });
  for (const alias of aliases) {
    if (alias.dimension !== dimension) continue;
    const index = keys.indexOf(alias.key);
    if (index < 0) throw new Error(`data/dimension-aliases.csv: unknown ${dimension} ${alias.key}`);
    ids.set(wordKey(alias.label), index + 1);
  }
  return ids;
}

const article = /^(?:departement |region )?(?:de la |de l |du |des |de |d |la |le |les |l )/u;
const withoutArticle = (words: string): string => words.replace(article, '');

const departmentCodes = departments.map(({ code }) => code);
const departmentLabels = departments.map(({ label }) => label);
const departmentIds = new Map(
  [...idsByWords('department', departmentCodes, departmentLabels)].map(([words, id]) => [
    withoutArticle(words),
    id,
  ]),
);
/** With what spreadsheets and programs add to a code: « 029 », « 29.0 », « FR-29 ». */
const departmentCode = /^(?:fr )?0?(?:(2[ab])|(97)[- ]?([1-6])|(\d{1,2}))(?: 0+)?$/u;

/** The INSEE code written by `01`, `1`, `2a`, `02A`, `97-1`, `971`, `1.0`; null for anything else. */
function codeOf(words: string): string | null {
  const found = departmentCode.exec(words);
  if (!found) return null;
  const [, corsican, overseas, digit, metropolitan] = found;
  if (corsican) return corsican.toUpperCase();
  return overseas ? `97${digit}` : metropolitan!.padStart(2, '0');
}

const idOfDepartmentCode = (code: string): number | null => {
  const index = departmentCodes.indexOf(code);
  return index < 0 ? null : index + 1;
};

/**
 * The id of a department from its name or code, with any accent, case, hyphen, article or decoration:
 * « Ain », « 01 », « 1 », « (01) Ain », « Ain (01) », « 01 - Ain », « l’Ain ».
 * @returns null when it is no department, or when its code and its name disagree
 */
export function departmentId(value: string): number | null {
  const words = wordKey(value);
  const alone = codeOf(words);
  if (alone !== null) return idOfDepartmentCode(alone);
  const named = departmentIds.get(withoutArticle(words));
  if (named !== undefined) return named;
  const decorated =
    /^(?<code>\S+(?: [1-6])?) (?<name>.+)$/u.exec(words) ??
    /^(?<name>.+) (?<code>\S+)$/u.exec(words);
  for (const [code, name] of candidates(words, decorated)) {
    const id = codeOf(code);
    const other = departmentIds.get(withoutArticle(name));
    if (id !== null && other !== undefined) return idOfDepartmentCode(id) === other ? other : null;
  }
  return null;
}

function candidates(words: string, decorated: RegExpExecArray | null): [string, string][] {
  if (!decorated) return [];
  const parts = words.split(' ');
  return [
    [parts[0]!, parts.slice(1).join(' ')],
    [parts.slice(0, 2).join(' '), parts.slice(2).join(' ')],
    [parts.at(-1)!, parts.slice(0, -1).join(' ')],
    [parts.slice(-2).join(' '), parts.slice(0, -2).join(' ')],
  ];
}

const regionCodes = regions.map(({ code }) => code);
const regionIds = new Map(
  [
    ...idsByWords(
      'region',
      regionCodes,
      regions.map(({ label }) => label),
    ),
  ].map(([words, id]) => [withoutArticle(words), id]),
);
/** The id of the survey’s own grouping, 93+94. */
export const groupedRegionId = regionCodes.indexOf('93+94') + 1;
const groupedMembers = [regionCodes.indexOf('93') + 1, regionCodes.indexOf('94') + 1];
export const isGroupedMember = (id: number): boolean => groupedMembers.includes(id);

/** The id of a region from its name, an older or short name, its INSEE code, or the 93+94 grouping. */
export function regionId(value: string): number | null {
  const words = withoutArticle(wordKey(value));
  const named = regionIds.get(words) ?? regionIds.get(words.replace(/^\d\d? | \d\d?$/gu, ''));
  if (named !== undefined) return named;
  const code = words.replace(/(?<=\d) 0+$/u, '');
  const padded = regionIds.get(/^\d$/u.test(code) ? `0${code}` : code);
  if (padded !== undefined) return padded;
  return /\b(?:provence|paca)\b/u.test(words) && /\bcorse\b/u.test(words) ? groupedRegionId : null;
}

/** The region that holds a department, by their ids. */
export const regionOfDepartment: readonly number[] = [
  0,
  ...departments.map(({ region }) => regionCodes.indexOf(region) + 1),
];

const sectorIds = idsByWords(
  'sector',
  sectors.map(({ key }) => key),
  sectors.map(({ fr }) => fr),
);

/** The id of a sector from its label, an older label, its slug, with or without a leading letter. */
export function sectorId(value: string): number | null {
  const words = wordKey(value);
  return sectorIds.get(words) ?? sectorIds.get(words.replace(/^[a-z] /u, '')) ?? null;
}

const sizeKeys = sizeDetails.map(({ key }) => key);
const sizeIds = idsByWords(
  'size',
  sizeKeys,
  sizeDetails.map(({ fr }) => fr),
);

/** The id of a size class, the source’s own detail, from any writing of its limits. */
export function sizeDetailId(value: string): number | null {
  const words = wordKey(value);
  const named = sizeIds.get(words);
  if (named !== undefined) return named;
  const limits = /^(?:de |entre )?(\d+) (?:(?:a|et) )?(\d+)(?: .*)?$/u.exec(words);
  const key = limits
    ? `${limits[1]}-${limits[2]}`
    : /^0(?: salaries?| employe.*)?$/u.test(words)
      ? '0'
      : '';
  const index = sizeKeys.indexOf(key);
  return index < 0 ? null : index + 1;
}

/** Each detail’s published class, by their ids. */
export const sizeOfDetail: readonly number[] = (() => {
  const keys = [...new Set(sizeDetails.map(({ folded }) => folded))];
  return [0, ...sizeDetails.map(({ folded }) => keys.indexOf(folded) + 1)];
})();

const totals = new Map<string, Set<string>>();
for (const { dimension, key, label } of aliases) {
  if (dimension === 'total') totals.set(key, (totals.get(key) ?? new Set()).add(wordKey(label)));
}

/** Whether a text of the published aggregates is the literal total of its dimension. */
export const isTotal = (dimension: 'region' | 'sector' | 'size', value: string): boolean =>
  totals.get(dimension)?.has(wordKey(value)) ?? false;

/** The folds of each dimension’s text, for respondents’ rows. */
export const respondentFolds = {
  department: departmentId,
  region: regionId,
  sector: sectorId,
  size: sizeDetailId,
} as const;

const publishedId =
  (dimension: 'region' | 'sector' | 'size', fold: (value: string) => number | null) =>
  (value: string): number | null =>
    plainText(value) === '' || isTotal(dimension, value) ? publishedTotal : fold(value);

/** The folds of the published aggregates: an empty text and the literal total are the total. */
export const publishedFolds = {
  region: publishedId('region', regionId),
  sector: publishedId('sector', sectorId),
  size: publishedId('size', (value) => {
    const detail = sizeDetailId(value);
    return detail === null ? null : sizeOfDetail[detail]!;
  }),
} as const;
