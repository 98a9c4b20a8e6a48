import type { Dimension } from '../../core/contract/vocabulary.ts';
import type { Selection } from '../filter-clause.ts';
import type { Segment } from '../measure.ts';
import {
  assumedBaseNotice,
  nonResponseNotices,
  publishedNotice,
  publishedYearsNotice,
  territoryNotices,
  unmergeableNotice,
  unplacedNotice,
  weightingNotices,
} from '../notices.ts';
import type { Warehouse } from '../warehouse.ts';
import type { Study } from './study.ts';
import type { EditionTable, TrendPlan } from './trend-editions.ts';

interface Asked {
  readonly study: Study;
  readonly by: readonly Dimension[];
  readonly selection: Selection;
}

/** What is said of every figure of a warehouse: that it is a demonstration, when it is. */
export function originNotices({ catalogue }: Warehouse): string[] {
  const notice = catalogue.meta.get('notice');
  return notice === undefined || notice === '' ? [] : [notice];
}

/** Whether a request shows or selects regions or departments. */
export const isTerritorial = (by: readonly Dimension[], { filters }: Selection): boolean =>
  by.includes('region') ||
  by.includes('department') ||
  filters.region !== undefined ||
  filters.department !== undefined;

/** Respondents whose value of a shown dimension is unknown: in the total, in no row. */
function unplaced(by: readonly Dimension[], segments: readonly Segment[]): string[] {
  const n = segments
    .filter(({ ids }) => ids.includes(0))
    .reduce((sum, { base }) => sum + base.n, 0);
  return n === 0 ? [] : [unplacedNotice(n, by)];
}

/** The cautions of a table; `total` is null on official aggregates. */
export function tableNotices(
  warehouse: Warehouse,
  { study, by, selection }: Asked,
  segments: readonly Segment[],
  total: Segment | null,
): string[] {
  const { edition, basis, multiple } = study;
  return [
    ...originNotices(warehouse),
    ...(basis === 'published' ? [publishedNotice] : []),
    ...territoryNotices({ ...edition, region: isTerritorial(by, selection) }, selection),
    ...weightingNotices([edition.edition]),
    ...(basis === 'microdata' && multiple && !edition.respondentIds ? [assumedBaseNotice] : []),
    ...unplaced(by, segments),
    ...(total === null ? [] : nonResponseNotices(total)),
  ];
}

/** The cautions of a series over editions. */
export function trendNotices(
  warehouse: Warehouse,
  { by, selection }: TrendPlan,
  tables: readonly EditionTable[],
): string[] {
  const editions = tables.map(({ edition }) => edition);
  const unmergeable = tables.filter((table) => table.unmergeable).map(({ edition }) => edition);
  const published = tables
    .filter(({ basis }) => basis === 'published')
    .map(({ edition }) => edition);
  const earliest = Math.min(...editions);
  return [
    ...originNotices(warehouse),
    ...(published.length === 0 ? [] : [publishedYearsNotice(published)]),
    ...territoryNotices(
      { edition: earliest, grouped: false, region: isTerritorial(by, selection) },
      selection,
    ),
    ...weightingNotices(editions),
    ...(unmergeable.length === 0 ? [] : [unmergeableNotice(unmergeable)]),
  ];
}
