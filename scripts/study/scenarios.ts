import type { Scenario } from './population.ts';

const departments = 96;

const correlations = [
  { word: 'none', correlation: 0 },
  { word: 'weak', correlation: 0.005 },
  { word: 'moderate', correlation: 0.02 },
  { word: 'strong', correlation: 0.06 },
];

/** Medium and small bases, an even and a rare answer, departments from alike to very unlike. */
export const scenarios: readonly Scenario[] = [78, 23].flatMap((medianBase) =>
  [0.4, 0.12].flatMap((mean) =>
    correlations.map(({ word, correlation }) => ({
      name: `${medianBase} respondents, share ${mean}, differences ${word}`,
      departments,
      medianBase,
      mean,
      correlation,
    })),
  ),
);
