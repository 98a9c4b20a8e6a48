import type { QuestionSummary } from '../../core/contract/catalogue.ts';
import type { Language } from '../../core/format/language.ts';
import profiles from '../../data/prospect-profiles.json' with { type: 'json' };
import { formatCriterion, parseCriterion } from './criteria.ts';

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

/** What criteria ask, whatever their weights and their order. */
const askedBy = (criteria: readonly string[]): string =>
  criteria
    .flatMap((text) => parseCriterion(text) ?? [])
    .map(({ answers, ...one }) =>
      formatCriterion({ ...one, answers: answers.toSorted(), weight: 0 }),
    )
    .toSorted()
    .join('&');

/** The ready-made profile that criteria are, under its weights or others; null when they are none. */
export const profileOf = (criteria: readonly string[], language: Language): Profile | null =>
  profilesIn(language).find((profile) => askedBy(profile.criteria) === askedBy(criteria)) ?? null;

/** Whether some edition asked all that a profile needs of the same respondents. */
export function isOffered(
  profile: Profile,
  questions: readonly Pick<QuestionSummary, 'code' | 'microdataEditions'>[],
): boolean {
  const asked = profile.criteria.flatMap((text) => parseCriterion(text)?.question ?? []);
  const editionsOf = (code: number): readonly number[] =>
    questions.find((question) => question.code === code)?.microdataEditions ?? [];
  const [first = [], ...others] = asked.map(editionsOf);
  return first.some((edition) => others.every((editions) => editions.includes(edition)));
}
