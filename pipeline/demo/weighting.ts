import { regions } from '../../core/contract/territories.ts';
import { sectors, sizeDetails } from '../../core/contract/vocabulary.ts';
import type { RandomStream } from '../../core/stats/random.ts';
import type { DemonstrationProfile } from './profile.ts';

interface Classes {
  region: Uint8Array;
  sector: Uint8Array;
  sizeDetail: Uint8Array;
}

const passes = 60;

/**
 * Weights raked to the shares of each size class, sector and region of the population, from starting weights
 * as uneven as a survey's (one factor per crossing, one per respondent), rounded to three decimals.
 */
export function calibrateWeights(
  margins: DemonstrationProfile['margins'],
  population: number,
  classes: Classes,
  random: RandomStream,
): Float64Array {
  const weight = startingWeights(classes, random);
  const steps = [
    { of: classes.sizeDetail, targets: totals(sizeDetails, 'key', margins.sizes, population) },
    { of: classes.sector, targets: totals(sectors, 'key', margins.sectors, population) },
    { of: classes.region, targets: totals(regions, 'code', margins.regions, population) },
  ];
  for (let pass = 0; pass < passes; pass += 1)
    for (const step of steps) scaleToTargets(weight, step.of, step.targets);
  const sum = weight.reduce((total, value) => total + value, 0);
  return weight.map((value) => Math.max(1, Math.round((value * population * 1000) / sum)) / 1000);
}

function totals<Key extends string>(
  values: readonly Readonly<Record<Key, string>>[],
  key: Key,
  shares: Readonly<Record<string, number>>,
  population: number,
): number[] {
  return values.map((value) => (shares[value[key]] ?? 0) * population);
}

function startingWeights(classes: Classes, random: RandomStream): Float64Array {
  const crossings = new Map<number, number>();
  return Float64Array.from(classes.region, (region, index) => {
    const crossing = (region * 16 + classes.sector[index]!) * 16 + classes.sizeDetail[index]!;
    let factor = crossings.get(crossing);
    if (factor === undefined) {
      factor = Math.exp(Math.max(-1.6, Math.min(1.6, 0.65 * random.normal())));
      crossings.set(crossing, factor);
    }
    return factor * Math.exp(Math.max(-1.2, Math.min(1.2, 0.45 * random.normal())));
  });
}

function scaleToTargets(weight: Float64Array, of: Uint8Array, targets: readonly number[]): void {
  const sums = new Float64Array(targets.length);
  for (let index = 0; index < weight.length; index += 1) sums[of[index]!]! += weight[index]!;
  const factors = sums.map((sum, value) => (sum > 0 ? targets[value]! / sum : 0));
  for (let index = 0; index < weight.length; index += 1) weight[index]! *= factors[of[index]!]!;
}
