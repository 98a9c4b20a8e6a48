import type { Language } from '../../core/format/language.ts';
import profiles from '../../data/prospect-profiles.json' with { type: 'json' };
import { formatCriterion } from './criteria.ts';

export interface Profile {
  id: string;
  name: string;
  reasoning: string;
  /** As the address and the API write them. */
  criteria: readonly string[];
}

/** The ready-made profiles of data/prospect-profiles.json. */
export const profilesIn = (language: Language): readonly Profile[] =>
  profiles.map(({ id, criteria, ...names }) => ({
    id,
    ...names[language],
    criteria: criteria.map(({ direction, ...rest }) =>
      formatCriterion({ ...rest, direction: direction === '-' ? '-' : '+' }),
    ),
  }));
