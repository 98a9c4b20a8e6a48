import { departments, regions } from '../../core/contract/territories.ts';
import { sectors, sizeDetails, sizes } from '../../core/contract/vocabulary.ts';
import { foldLabel } from '../../warehouse/fold.ts';
import type { FigureDimension, PublishedFigure } from '../verify/figures.ts';
import type { DemonstrationProfile } from './profile.ts';
import type { Respondents } from './respondents.ts';

/** A weighted share that must fall into an interval: answers over base, among some respondents. */
export interface Target {
  answers: string[];
  /** The answers that make the base; empty means every answer. */
  among: string[];
  dimension: FigureDimension | null;
  keys: string[];
  /** Bounds as proportions. */
  low: number;
  high: number;
}

const positions: Readonly<Record<FigureDimension, readonly string[]>> = {
  department: departments.map(({ code }) => code),
  region: regions.map(({ code }) => code),
  sector: sectors.map(({ key }) => key),
  size: sizes.map(({ key }) => key),
  size_detail: sizeDetails.map(({ key }) => key),
};

/** 1 for each respondent that a target is about. */
export function membersOf(target: Target, people: Respondents): Uint8Array {
  if (target.dimension === null) return new Uint8Array(people.count).fill(1);
  const columns = {
    department: people.department,
    region: people.region,
    sector: people.sector,
    size: people.size,
    size_detail: people.sizeDetail,
  };
  const wanted = new Set(target.keys.map((key) => positions[target.dimension!].indexOf(key)));
  return columns[target.dimension].map((value) => (wanted.has(value) ? 1 : 0));
}

const cellOf = (target: Target) =>
  JSON.stringify([
    target.answers.map(foldLabel).sort(),
    target.among.map(foldLabel).sort(),
    target.dimension,
    [...target.keys].sort(),
  ]);

const fromFigure = (figure: PublishedFigure): Target => ({
  answers: figure.answers,
  among: figure.among,
  dimension: figure.dimension,
  keys: figure.keys,
  low: (figure.value - figure.rounding / 2) / 100,
  high: (figure.value + figure.rounding / 2) / 100,
});

/**
 * The targets of a question in an edition: its published shares, and the narrower intervals that published
 * changes between editions ask for. Several figures about one cell are met together.
 */
export function targetsOf(
  figures: readonly PublishedFigure[],
  profile: DemonstrationProfile,
  edition: number,
  question: number,
): Target[] {
  const published = figures
    .filter(
      (figure) =>
        figure.status === 'check' &&
        figure.statistic === 'share_pct' &&
        figure.edition === edition &&
        figure.question === question,
    )
    .map(fromFigure);
  const narrower = profile.intervals
    .filter((interval) => interval.edition === edition && interval.question === question)
    .map(
      ({ answers, low, high }): Target => ({
        answers,
        among: [],
        dimension: null,
        keys: [],
        low: low / 100,
        high: high / 100,
      }),
    );
  const cells = new Map<string, Target>();
  for (const target of [...published, ...narrower]) {
    const known = cells.get(cellOf(target));
    if (!known) cells.set(cellOf(target), { ...target });
    else {
      known.low = Math.max(known.low, target.low);
      known.high = Math.min(known.high, target.high);
    }
  }
  return [...cells.values()];
}
