import { shareOf } from '../../core/stats/proportion.ts';
import { RandomStream } from '../../core/stats/random.ts';
import { estimatedSize, type GroupEstimate, rankGroups } from '../../core/stats/ranking.ts';
import { type DrawnSurvey, drawSurvey, nationOf, type Scenario } from './population.ts';

/** What the study finds of one scenario; rates are between 0 and 1, the stated intervals say .90. */
export interface Finding {
  readonly scenario: Scenario;
  /** How often a stated interval holds the truth, over departments and surveys. */
  readonly smoothed: number;
  readonly rank: number;
  readonly potential: number;
  /** Of the true first ten, how many the first ten of each order hold, on average. */
  readonly foundBySmoothed: number;
  readonly foundByRaw: number;
  /** Root mean square error of the smoothed share over that of the raw share. */
  readonly errorRatio: number;
}

const firstPlaces = 10;
/** Fewer than the site's 10,000: over thousands of ranks the noise they add evens out. */
const draws = 2000;

class Tally {
  #sum = 0;
  #count = 0;

  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
  }

  get mean(): number {
    return this.#sum / this.#count;
  }
}

/**
 * Draws `surveys` surveys of a scenario, ranks each by core/stats, and compares what it states
 * with the truth. The same seed gives the same figures on every machine.
 */
export function studyScenario(scenario: Scenario, surveys: number, seed: number): Finding {
  const random = new RandomStream(seed);
  const tallies = {
    smoothed: new Tally(),
    rank: new Tally(),
    potential: new Tally(),
    foundBySmoothed: new Tally(),
    foundByRaw: new Tally(),
    smoothedError: new Tally(),
    rawError: new Tally(),
  };
  for (let survey = 0; survey < surveys; survey += 1) {
    judge(drawSurvey(scenario, random), tallies);
  }
  return {
    scenario,
    smoothed: tallies.smoothed.mean,
    rank: tallies.rank.mean,
    potential: tallies.potential.mean,
    foundBySmoothed: tallies.foundBySmoothed.mean,
    foundByRaw: tallies.foundByRaw.mean,
    errorRatio: Math.sqrt(tallies.smoothedError.mean / tallies.rawError.mean),
  };
}

type Tallies = Readonly<
  Record<
    | 'smoothed'
    | 'rank'
    | 'potential'
    | 'foundBySmoothed'
    | 'foundByRaw'
    | 'smoothedError'
    | 'rawError',
    Tally
  >
>;

function judge({ cells, shares, enterprises, respondents }: DrawnSurvey, tallies: Tallies): void {
  const sample = { respondents };
  const groups = cells.map((sums) => ({ sums, size: estimatedSize(sums, sample) }));
  const ranking = rankGroups(groups, nationOf(cells), sample, {
    order: 'propensity',
    top: firstPlaces,
    draws,
  });
  if (ranking === null) throw new Error('A simulated survey is too small to be ranked.');
  const ranks = midRanks(shares);
  for (const [d, { smoothed, potential, rank }] of ranking.groups.entries()) {
    const truth = shares[d]!;
    tallies.smoothed.add(holds(smoothed.ci, truth));
    tallies.rank.add(holds(rank!.rankInterval, ranks[d]!));
    tallies.potential.add(holds(potential!.ci, truth * enterprises[d]!));
    tallies.smoothedError.add((smoothed.share - truth) ** 2);
    tallies.rawError.add((shareOf(cells[d]!)! - truth) ** 2);
  }
  const leaders = firstOf([...shares]);
  const found = (order: readonly number[]) =>
    firstOf(order).filter((d) => leaders.includes(d)).length / firstPlaces;
  tallies.foundBySmoothed.add(found(ranking.groups.map(meanPlace)));
  tallies.foundByRaw.add(found(cells.map((cell) => shareOf(cell)!)));
}

const meanPlace = ({ rank }: GroupEstimate): number => -rank!.meanRank;

const holds = ([low, high]: readonly [number, number], truth: number): number =>
  truth >= low && truth <= high ? 1 : 0;

const firstOf = (figures: readonly number[]): number[] =>
  figures
    .map((_, index) => index)
    .sort((a, b) => figures[b]! - figures[a]!)
    .slice(0, firstPlaces);

/** Ranks from 1, the highest; equals share the middle of their places. */
function midRanks(values: Float64Array): number[] {
  return [...values].map((value) => {
    const above = values.filter((other) => other > value).length;
    const equal = values.filter((other) => other === value).length;
    return above + (equal + 1) / 2;
  });
}
