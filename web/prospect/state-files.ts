import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { departments as allDepartments } from '../../core/contract/territories.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import nafText from '../../data/sector-naf.csv?raw';

/** Where the State's free list builder is. */
export const listBuilder = 'https://annuaire-entreprises.data.gouv.fr/export-sirene';

const mostLines = 100;

/** Sirene's headcount codes of each published size class. */
export const headcounts: Readonly<Record<string, readonly string[]>> = {
  '0': ['00'],
  '1-9': ['01', '02', '03'],
  '10-49': ['11', '12'],
  '50-249': ['21', '22', '31'],
};

/** NAF codes of each sector; « autre » has none, being too vague. */
export const nafOf: ReadonlyMap<string, readonly string[]> = nafText
  .trim()
  .split('\n')
  .slice(1)
  .reduce((codes, line) => {
    const [sector = '', naf = ''] = line.trim().split(',');
    return codes.set(sector, [...(codes.get(sector) ?? []), naf]);
  }, new Map<string, readonly string[]>());

/** What to give the list builder so that targets become names of firms. */
export interface StateRequest {
  /** Department codes that it takes as text. */
  departments: readonly string[];
  /** 2A and 2B, which it takes only when picked by hand. */
  byHand: readonly string[];
  headcounts: readonly string[];
  /** Text files of at most 100 NAF codes each. */
  nafFiles: readonly string[];
  /** Sectors without NAF codes here. */
  withoutNaf: readonly string[];
}

/** The departments of a region, those of both for the survey's grouping of two. */
const departmentsOf = (region: string): readonly string[] =>
  allDepartments.filter((one) => region.split('+').includes(one.region)).map(({ code }) => code);

/** The list builder's request for these rows of a ranking, filters included. */
export function stateRequest(answer: RankingsAnswer, rows: readonly RankingRow[]): StateRequest {
  const valuesOf = (dimension: Dimension): readonly string[] =>
    answer.by.includes(dimension)
      ? [...new Set(rows.flatMap(({ key }) => key[dimension] ?? []))].sort()
      : (answer.filters[dimension] ?? []);
  const named = valuesOf('department');
  const departments =
    named.length > 0 ? named : valuesOf('region').flatMap(departmentsOf).toSorted();
  const naf = valuesOf('sector').flatMap((sector) => nafOf.get(sector) ?? []);
  const files = Array.from({ length: Math.ceil(naf.length / mostLines) }, (_, k) =>
    naf.slice(k * mostLines, (k + 1) * mostLines).join('\n'),
  );
  return {
    departments: departments.filter((code) => /^\d{2,3}$/.test(code)),
    byHand: departments.filter((code) => !/^\d{2,3}$/.test(code)),
    headcounts: valuesOf('size')
      .flatMap((size) => headcounts[size] ?? [])
      .toSorted(),
    nafFiles: files,
    withoutNaf: valuesOf('sector').filter((sector) => !nafOf.has(sector)),
  };
}
