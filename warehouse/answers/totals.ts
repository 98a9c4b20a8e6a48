import type { Row } from '../../core/contract/crosstab.ts';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { describeTotal } from '../../core/stats/totals.ts';
import type { Sample } from '../../core/stats/weights.ts';
import { firstRegionalEdition } from '../cautions.ts';
import type { Selection } from '../filter-clause.ts';
import { cellOf, type Segment } from '../measure.ts';
import { isHidden } from './shown-cell.ts';
import type { Study } from './study.ts';

/** What the survey is calibrated on, one at a time; regions since they are. */
const isCalibrated = (dimension: Dimension, edition: number): boolean =>
  dimension === 'region' ? edition >= firstRegionalEdition : dimension !== 'department';

/**
 * Whether calibration fixes how many enterprises a row's base stands for: all of them, or those of one calibrated
 * dimension, where the question was put to everyone.
 */
function isFixed({ key }: Row, { filters }: Selection, { question, edition }: Study): boolean {
  if (question.editions.get(edition.edition)?.asked !== 1) return false;
  const bounds = dimensions.filter(
    (dimension) => key[dimension] !== undefined || filters[dimension] !== undefined,
  );
  return bounds.length < 2 && bounds.every((each) => isCalibrated(each, edition.edition));
}

/**
 * The rows with the numbers of enterprises that their shares stand for; a cell's weight is withheld with its number.
 * `rows` describe `segments`, in that order.
 */
export const withTotals = (
  rows: readonly Row[],
  segments: readonly Segment[],
  { study, selection, sample }: { study: Study; selection: Selection; sample: Sample },
): Row[] =>
  rows.map((row, place) => {
    const segment = segments[place];
    if (segment === undefined) return row;
    const fixed = isFixed(row, selection, study);
    return {
      ...row,
      cells: row.cells.map((cell, option) => {
        const figures = describeTotal(cellOf(segment, option), sample, fixed);
        const given = cell.flag === 'suppressed' || isHidden(segment) ? null : figures;
        return {
          ...cell,
          weight: given?.count ?? null,
          enterprises: {
            count: given?.count ?? null,
            se: given?.se ?? null,
            ci: given?.ci ? [...given.ci] : null,
            flag: given === null ? 'suppressed' : given.flag,
          },
        };
      }),
    };
  });
