import type { Row } from '../../core/contract/crosstab.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { nameRow } from '../layout.ts';
import type { Option } from '../measure.ts';
import type { PublishedSegment } from '../published.ts';

/** A row of official aggregates: shares and weights only; what was not published is flagged. */
export function publishedRow(
  by: readonly Dimension[],
  ids: readonly number[],
  segment: PublishedSegment | undefined,
  options: readonly Option[],
): Row {
  return {
    ...nameRow(by, ids),
    n: null,
    weight: segment?.weight ?? null,
    nEff: null,
    deff: null,
    nonResponse: { n: null, weight: segment?.nonResponse ?? null },
    cells: options.map(({ label }, option) => {
      const cell = segment?.cells[option];
      const share = cell?.share ?? null;
      return {
        answer: label,
        n: null,
        weight: cell?.weight ?? null,
        share,
        se: null,
        ci: null,
        vsRest: null,
        flag: share === null ? 'suppressed' : null,
      };
    }),
  };
}
