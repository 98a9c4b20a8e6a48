import type { Caution } from '../core/contract/cautions.ts';
import { nonResponseFlagOf } from '../core/stats/reliability.ts';
import type { Edition } from './catalogue.ts';
import type { Selection } from './filter-clause.ts';
import type { Segment } from './measure.ts';

/** From here on the regional samples are calibrated by region. */
export const firstRegionalEdition = 2023;

/** The weighted rate of those asked who gave no answer. */
const nonResponseRate = ({ base, nonResponse }: Segment): number => {
  const asked = base.sumW + nonResponse.weight;
  return asked > 0 ? nonResponse.weight / asked : 0;
};

/** Cautions about who did not answer. */
export function nonResponseCautions(total: Segment): Caution[] {
  const flag = nonResponseFlagOf(total.base.sumW, total.nonResponse.weight);
  if (flag === null) return [];
  return [{ code: 'non-response', rate: nonResponseRate(total), withheld: flag === 'suppressed' }];
}

/** Cautions about territories: the survey's grouping, and regions before they were calibrated. */
export function territoryCautions(
  { edition, grouped, region }: Pick<Edition, 'edition' | 'grouped'> & { region: boolean },
  { filters }: Selection,
): Caution[] {
  const asked = filters.region ?? [];
  const cautions: Caution[] = [];
  if (grouped && asked.some((key) => key === '93' || key === '94')) {
    cautions.push({ code: 'grouped-regions', edition });
  }
  if (region && edition < firstRegionalEdition) {
    cautions.push({ code: 'regions-not-representative', before: firstRegionalEdition });
  }
  return cautions;
}

/** The edition whose weighting is not that of the others. */
export const otherwiseWeighted = 2020;

/** Said of an edition whose weighting differs. */
export const weightingCautions = (editions: readonly number[]): Caution[] =>
  editions.includes(otherwiseWeighted) ? [{ code: 'weighting', edition: otherwiseWeighted }] : [];

/** Said with the official aggregates. */
export const publishedCaution: Caution = { code: 'published', editions: [] };

/** Said where volumes rest on official counts: on which file, and how many segments it leaves out. */
export const officialVolumeCautions = (file: string, leftOut: number): Caution[] => [
  { code: 'official-volumes', file },
  ...(leftOut === 0 ? [] : [{ code: 'left-out-of-counts', segments: leftOut } as const]),
];

/** Said of a score where official counts were brought: a score estimates no volume. */
export const countsUnusedCautions = (file: string | undefined): Caution[] =>
  file === undefined ? [] : [{ code: 'counts-unused', file }];
