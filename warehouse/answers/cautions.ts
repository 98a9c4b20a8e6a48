import type { Caution } from '../../core/contract/cautions.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { isSuppressed, nonResponseFlagOf } from '../../core/stats/reliability.ts';
import {
  nonResponseCautions,
  publishedCaution,
  territoryCautions,
  weightingCautions,
} from '../cautions.ts';
import type { Selection } from '../filter-clause.ts';
import { nameRow } from '../layout.ts';
import type { Segment } from '../measure.ts';
import type { Warehouse } from '../warehouse.ts';
import type { Study } from './study.ts';
import type { EditionTable, TrendPlan } from './trend-editions.ts';

interface Asked {
  readonly study: Study;
  readonly by: readonly Dimension[];
  readonly selection: Selection;
}

/** What is said of every figure of a warehouse: that it is a demonstration, when it is. */
export function originCautions({ catalogue }: Warehouse): Caution[] {
  const notice = catalogue.meta.get('notice');
  return notice === undefined || notice === '' ? [] : [{ code: 'origin', text: notice }];
}

/** Whether a request shows or selects regions or departments. */
export const isTerritorial = (by: readonly Dimension[], { filters }: Selection): boolean =>
  by.includes('region') ||
  by.includes('department') ||
  filters.region !== undefined ||
  filters.department !== undefined;

/** Respondents whose value of a shown dimension is unknown: in the total, in no row. */
function unplaced(by: readonly Dimension[], segments: readonly Segment[]): Caution[] {
  const n = segments
    .filter(({ ids }) => ids.includes(0))
    .reduce((sum, { base }) => sum + base.n, 0);
  return n === 0 ? [] : [{ code: 'unplaced', n, by: [...by] }];
}

/** Rows whose share rests on too few of those asked, where the whole does not: a base that suffices hides it. */
function rowsNonResponse(
  by: readonly Dimension[],
  segments: readonly Segment[],
  total: Segment,
): Caution[] {
  const flagOf = ({ base, nonResponse }: Segment) =>
    nonResponseFlagOf(base.sumW, nonResponse.weight);
  const whole = flagOf(total);
  const placed = segments.filter(({ ids, base }) => !ids.includes(0) && !isSuppressed(base));
  return (['suppressed', 'low-base'] as const).flatMap((state): Caution[] => {
    if (whole === 'suppressed' || whole === state) return [];
    const rows = placed.filter((segment) => flagOf(segment) === state);
    const keys = rows.map(({ ids }) => nameRow(by, ids).key);
    return keys.length === 0
      ? []
      : [{ code: 'rows-non-response', rows: keys, withheld: state === 'suppressed' }];
  });
}

/** The cautions of a table; `total` is null on official aggregates. */
export function tableCautions(
  warehouse: Warehouse,
  { study, by, selection }: Asked,
  segments: readonly Segment[],
  total: Segment | null,
): Caution[] {
  const { edition, basis, multiple } = study;
  return [
    ...originCautions(warehouse),
    ...(basis === 'published' ? [publishedCaution] : []),
    ...territoryCautions({ ...edition, region: isTerritorial(by, selection) }, selection),
    ...weightingCautions([edition.edition]),
    ...(basis === 'microdata' && multiple && !edition.respondentIds
      ? [{ code: 'assumed-base' } as const]
      : []),
    ...unplaced(by, segments),
    ...(total === null ? [] : nonResponseCautions(total)),
    ...(total === null || by.length === 0 ? [] : rowsNonResponse(by, segments, total)),
  ];
}

/** The cautions of a series over editions. */
export function trendCautions(
  warehouse: Warehouse,
  { by, selection }: TrendPlan,
  tables: readonly EditionTable[],
): Caution[] {
  const editions = tables.map(({ edition }) => edition);
  const unmergeable = tables.filter((table) => table.unmergeable).map(({ edition }) => edition);
  const published = tables
    .filter(({ basis }) => basis === 'published')
    .map(({ edition }) => edition);
  const earliest = Math.min(...editions);
  return [
    ...originCautions(warehouse),
    ...(published.length === 0 ? [] : [{ code: 'published', editions: published } as const]),
    ...territoryCautions(
      { edition: earliest, grouped: false, region: isTerritorial(by, selection) },
      selection,
    ),
    ...weightingCautions(editions),
    ...(unmergeable.length === 0 ? [] : [{ code: 'unmergeable', editions: unmergeable } as const]),
  ];
}
