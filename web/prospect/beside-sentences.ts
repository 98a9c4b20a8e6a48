import type { Language } from '../../core/format/language.ts';
import { formatPoints } from '../../core/format/numbers.ts';
import { besideWords } from './beside-words.ts';
import type { Measured, Pair } from './side-by-side.ts';

const between = (pair: Pair, a: number, b: number): boolean =>
  (pair.above === a && pair.below === b) || (pair.above === b && pair.below === a);

function onMany(
  a: number,
  b: number,
  measures: readonly Measured[],
  names: readonly string[],
  language: Language,
): string[] {
  const pairs = measures.flatMap((measure) => measure.pairs.filter((pair) => between(pair, a, b)));
  if (pairs.length === 0) return [];
  const told = pairs.filter((pair) => pair.told);
  const forA = told.filter(({ above }) => above === a).length;
  const forB = told.length - forA;
  const untold = pairs.length - told.length;
  return [besideWords(language).pairOnMany(names[a]!, names[b]!, forA, forB, untold)];
}

function onOne(
  { pairs }: Measured,
  volumes: readonly Pair[],
  names: readonly string[],
  language: Language,
): string[] {
  const words = besideWords(language);
  const name = (place: number) => names[place]!;
  const shares =
    pairs.length > 0 && pairs.every(({ told }) => !told)
      ? [words.allUntold]
      : pairs.map(({ above, below, told, difference }) =>
          told
            ? words.pairOnOne(name(above), name(below), formatPoints(difference, language))
            : words.pairUntold(name(above), name(below)),
        );
  const larger = volumes
    .filter(({ told }) => told)
    .map(({ above, below }) => words.volumeAbove(name(above), name(below)));
  return [...shares, ...larger];
}

/** What is compared besides the criteria: the scores of a score, the volumes of a question; else null. */
export interface Totals {
  scores: readonly Pair[] | null;
  volumes: readonly Pair[];
}

/**
 * The comparison in sentences that can be read aloud: on one question who exceeds whom, in share and in number; on
 * several criteria, pair by pair, on how many each is above.
 */
export function sayBeside(
  names: readonly string[],
  measures: readonly Measured[],
  { scores, volumes }: Totals,
  language: Language,
): string[] {
  const words = besideWords(language);
  const [only] = measures;
  if (only !== undefined && measures.length === 1 && scores === null) {
    return onOne(only, volumes, names, language);
  }
  const places = [...names.keys()];
  return [
    ...(scores ?? [])
      .filter(({ told }) => told)
      .map(({ above, below }) => words.scoreAbove(names[above]!, names[below]!)),
    ...places.flatMap((a) =>
      places.slice(a + 1).flatMap((b) => onMany(a, b, measures, names, language)),
    ),
  ];
}
