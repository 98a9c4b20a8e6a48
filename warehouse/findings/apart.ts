import type { Dimension } from '../../core/contract/vocabulary.ts';
import { certainMove } from '../../core/stats/movers.ts';
import { adjustedP, FALSE_DISCOVERY_RATE } from '../../core/stats/multiplicity.ts';
import { nonResponseFlagOf } from '../../core/stats/reliability.ts';
import { restOf } from '../../core/stats/weights.ts';
import { comparedAnswers, type JudgedGaps, judgePairs, type Pair } from '../answers/gaps.ts';
import { offeredAnswers } from '../answers/resolve.ts';
import { isHidden } from '../answers/shown-cell.ts';
import type { Answer, Catalogue, Edition, Question } from '../catalogue.ts';
import { firstRegionalEdition } from '../cautions.ts';
import type { Database } from '../connection.ts';
import { memberOf } from '../dimensions.ts';
import { selectionOf } from '../filter-clause.ts';
import { type Profiles, readProfiles } from '../survey.ts';
import {
  aboutOf,
  type Finding,
  figureOf,
  type Profile,
  readsAlone,
  soundFigures,
} from './finding.ts';
import { askedIn, type Found, isTelling, type National } from './national.ts';

interface Asked {
  readonly question: Question;
  readonly answers: readonly Answer[];
}

interface ProfilePair extends Pair {
  readonly profile: Profile;
}

/** What « autre » gathers has nothing in common to be told. */
const untold = ['autre'];

const dimensionsOf = (edition: number): readonly Dimension[] =>
  edition < firstRegionalEdition ? ['sector', 'size'] : ['sector', 'size', 'region'];

/** The answers of a question in a profile and in the rest of France: the whole less the profile. */
function pairsOf(
  { survey, edition }: National,
  profiles: Profiles,
  { question, answers }: Asked,
  { value, profile }: { value: number; profile: Profile },
): ProfilePair[] {
  const code = question.question;
  const sample = { respondents: edition.sample };
  const whole = survey.group(code, edition.edition, true);
  const own = profiles.group(code, value);
  const silent = Math.max(0, whole.nonResponse.weight - own.nonResponse.weight);
  const answered = whole.base.sumW - own.base.sumW;
  const hidden = isHidden(own);
  const restHidden = nonResponseFlagOf(answered, silent) === 'suppressed';
  return answers.map((answer) => {
    const cell = profiles.cell(code, value, answer.id);
    const rest = restOf(survey.cell(code, edition.edition, true, answer.id), cell);
    return {
      question,
      answer,
      edition: edition.edition,
      profile,
      from: { cell: rest, sample, hidden: restHidden },
      to: { cell, sample, hidden },
    };
  });
}

/** The sums of an edition's profiles, by dimension. */
export type ProfilesBy = ReadonlyMap<Dimension, Profiles>;

/** Reads the profiles that may be told of an edition: regions only from the edition that represents them. */
export async function readProfilesBy(
  database: Database,
  catalogue: Catalogue,
  { edition }: Edition,
): Promise<ProfilesBy> {
  const selection = selectionOf({}, { fold: true });
  const read = dimensionsOf(edition).map(
    async (dimension) =>
      [
        dimension,
        await readProfiles(database, catalogue, { edition, dimension, selection }),
      ] as const,
  );
  return new Map(await Promise.all(read));
}

function pairsBy(
  national: National,
  dimension: Dimension,
  profiles: Profiles,
  asked: readonly Asked[],
): ProfilePair[] {
  return profiles.values
    .map((value) => ({ value, profile: { dimension, key: memberOf(dimension, value).key } }))
    .filter(({ profile }) => !untold.includes(profile.key))
    .flatMap((own) => asked.flatMap((each) => pairsOf(national, profiles, each, own)));
}

/**
 * The pairs that stand among those of their own profile, as its portrait tests them. The few false claims that a family of
 * all profiles lets through fall on any of them: those of a profile with nothing to tell would be all that it is told of.
 */
function standingAlone(judged: JudgedGaps<ProfilePair>['judged']): ReadonlySet<ProfilePair> {
  const profiles = new Set(judged.map(({ pair }) => pair.profile));
  return new Set(
    [...profiles].flatMap((profile) => {
      const own = judged.filter(({ pair }) => pair.profile === profile);
      const qs = adjustedP(own.map(({ gap }) => gap.p));
      return own.flatMap(({ pair }, index) =>
        (qs[index] ?? 1) <= FALSE_DISCOVERY_RATE ? [pair] : [],
      );
    }),
  );
}

/** The questions that tell something and were put to somebody, with the answers compared. */
const askedOf = (
  { catalogue, edition }: National,
  partOf: (question: Question) => number,
): Asked[] =>
  [...catalogue.questions.values()]
    .filter((question) => isTelling(question) && partOf(question) > 0)
    .map((question) => ({
      question,
      answers: comparedAnswers(question, offeredAnswers(question, edition.edition, 'microdata')),
    }));

/** A difference that stands as a finding; null where a figure of it rests on a small base. */
function findingOf({ gap, pair }: JudgedGaps<ProfilePair>['judged'][number], asked: number) {
  const { question, answer, profile, edition } = pair;
  const { difference, ci, p, q } = gap;
  const figures = soundFigures([
    figureOf(edition, 'rest', pair.from),
    figureOf(edition, 'profile', pair.to),
  ]);
  if (figures === null || difference === null || ci === null || p === null || q === null)
    return null;
  return {
    kind: 'gap',
    ...aboutOf(question, profile, asked, certainMove({ ci })),
    question,
    answers: [answer.label],
    profile,
    figures,
    difference,
    ci,
    p,
    q,
    cautious: false,
  } satisfies Finding;
}

/**
 * What sets a sector, a size or a region apart from the rest of France, every profile and answer being one family.
 * Shares, bases and differences are those of `/compare`; q and the interval count all the profiles, since the
 * profile was chosen among them. Its own profile must find the difference too.
 */
export function findApart(national: National, by: ProfilesBy): Found {
  const partOf = askedIn(national, national.edition);
  const asked = askedOf(national, partOf);
  const { judged, movers } = judgePairs(
    [...by].flatMap(([dimension, profiles]) => pairsBy(national, dimension, profiles, asked)),
  );
  const standing = judged.filter(({ gap }) => gap.significant === true);
  const alone = standingAlone(judged);
  const findings = standing
    .filter(({ pair }) => alone.has(pair) && readsAlone(pair.question, pair.answer))
    .flatMap((each) => findingOf(each, partOf(each.pair.question)) ?? []);
  return { tested: movers.family, standing: standing.length, findings };
}
