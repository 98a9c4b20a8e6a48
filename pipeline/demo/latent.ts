import { departments } from '../../core/contract/territories.ts';
import { sectors } from '../../core/contract/vocabulary.ts';
import type { RandomStream } from '../../core/stats/random.ts';
import type { Respondents } from './respondents.ts';

const halvings = 34;
const limit = 24;

/**
 * Each respondent's leaning on a logit scale: maturity, a department's and a sector's own turn (from `lasting`,
 * which is the same in every edition), and chance.
 */
export function drawLeanings(
  people: Respondents,
  loading: number,
  lasting: RandomStream,
  random: RandomStream,
): Float64Array {
  const ofDepartment = departments.map(() => 0.16 * lasting.normal());
  const ofSector = sectors.map(() => 0.12 * lasting.normal());
  return Float64Array.from(people.maturity, (maturity, index) => {
    const chance = random.uniform();
    return (
      loading * maturity +
      ofDepartment[people.department[index]!]! +
      ofSector[people.sector[index]!]! +
      Math.log(chance / (1 - chance))
    );
  });
}

/** The level above which the leanings of the members hold `share` of their weight. */
export function levelOf(
  leanings: Float64Array,
  weight: Float64Array,
  members: Uint8Array,
  share: number,
): number {
  let total = 0;
  for (let index = 0; index < members.length; index += 1) total += members[index]! * weight[index]!;
  let low = -limit;
  let high = limit;
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = (low + high) / 2;
    let above = 0;
    for (let index = 0; index < members.length; index += 1)
      if (leanings[index]! > middle) above += members[index]! * weight[index]!;
    if (above > share * total) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Moves the leanings of some respondents so that `share` of their weight is above the level. */
export function shiftTo(
  leanings: Float64Array,
  weight: Float64Array,
  members: Uint8Array,
  share: number,
  level: number,
): void {
  const shift = level - levelOf(leanings, weight, members, share);
  for (let index = 0; index < members.length; index += 1)
    if (members[index]) leanings[index]! += shift;
}
