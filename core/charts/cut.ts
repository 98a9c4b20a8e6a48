import type { Dimension } from '../contract/vocabulary.ts';

/** How a cross-tab is cut up: its dimensions, and whether its answers are counted together. */
export interface Cut {
  readonly by: readonly Dimension[];
  readonly counted: boolean;
}

/** The cut of what is asked of `/crosstab`. */
export const cutOf = ({
  by = [],
  answer = [],
}: {
  by?: readonly Dimension[];
  answer?: readonly string[];
}): Cut => ({ by, counted: answer.length > 0 });

/** Whether a cross-tab parts into small charts: counted answers by two dimensions, or each answer by one. */
export const isPanelled = ({ by, counted }: Cut): boolean =>
  by.length === 2 ? counted : by.length === 1 && !counted;

/** Whether a cross-tab can be a coloured table: any answers by one dimension, or those counted by two. */
export const isCoverable = ({ by, counted }: Cut): boolean =>
  by.length === 1 || (by.length === 2 && counted);
