import { RandomStream } from '../../core/stats/random.ts';
import type { PublishedFigure } from '../verify/figures.ts';
import { bitOf, everyAnswer, foldAnswer, maskOf, missingBit } from './answer-bits.ts';
import { type Constraint, fitAnswers } from './fit.ts';
import { identityAnswers } from './identity.ts';
import { drawLeanings, levelOf, shiftTo } from './latent.ts';
import type {
  AnswerModel,
  DemonstrationProfile,
  EditionProfile,
  QuestionnaireEntry,
} from './profile.ts';
import type { Respondents } from './respondents.ts';
import { seedOf } from './seed.ts';
import { membersOf, type Target, targetsOf } from './targets.ts';

export interface AnswerContext {
  profile: DemonstrationProfile;
  editionProfile: EditionProfile;
  figures: readonly PublishedFigure[];
  people: Respondents;
  seed: number;
  /** Answers already drawn in this edition, by question. */
  drawn: ReadonlyMap<number, Uint16Array>;
  questions: ReadonlyMap<number, QuestionnaireEntry>;
}

interface Drawing {
  entry: QuestionnaireEntry;
  answers: readonly string[];
  model: AnswerModel;
  shares: readonly number[];
  bits: Uint16Array;
  /** 1 for those who were asked and answered. */
  base: Uint8Array;
  targets: readonly { target: Target; members: Uint8Array }[];
  frozen: Uint8Array;
  /** Turns of departments and sectors that last from one edition to the next. */
  lasting: RandomStream;
  random: RandomStream;
}

const shiftRounds = 7;

/** Draws everyone's answers to a question of an edition, then brings the published shares into their rounding. */
export function drawAnswers(context: AnswerContext, entry: QuestionnaireEntry): Uint16Array {
  const { people } = context;
  const answers = entry.answers[people.edition]!;
  const model = context.profile.questions[entry.code];
  if (!model) return identityAnswers(entry.code, answers, people);
  const drawing = prepare(context, entry, answers, model);
  if (entry.type === 'multiple') drawMultiple(drawing, people);
  else drawSingle(drawing, people);
  reachTargets(drawing, people);
  return drawing.bits;
}

function prepare(
  context: AnswerContext,
  entry: QuestionnaireEntry,
  answers: readonly string[],
  model: AnswerModel,
): Drawing {
  const { people, profile } = context;
  const random = new RandomStream(seedOf(context.seed, `answers ${people.edition} ${entry.code}`));
  const lasting = new RandomStream(seedOf(context.seed, `lasting ${entry.code}`));
  const bits = new Uint16Array(people.count);
  const base = askedOf(context, entry);
  const isAlwaysAnswered = entry.type === 'multiple' && !context.editionProfile.respondentIds;
  const nonResponse = isAlwaysAnswered ? 0 : 0.01 + 0.04 * random.uniform();
  const isSettled =
    profile.counts.edition === people.edition && profile.counts.question === entry.code;
  const frozen = isSettled ? people.counted : new Uint8Array(people.count);
  for (let index = 0; index < people.count; index += 1)
    if (base[index] && random.uniform() < nonResponse && !frozen[index]) {
      base[index] = 0;
      bits[index] = missingBit;
    }
  const targets = targetsOf(context.figures, profile, people.edition, entry.code).map((target) => ({
    target,
    members: membersOf(target, people).map((value, index) => value & base[index]!),
  }));
  const shares = model.shares[people.edition]!;
  return { entry, answers, model, shares, bits, base, targets, frozen, lasting, random };
}

function askedOf(context: AnswerContext, entry: QuestionnaireEntry): Uint8Array {
  const everyone = new Uint8Array(context.people.count).fill(1);
  if (!entry.askedOf) return everyone;
  const parent = context.questions.get(entry.askedOf.question)!;
  const given = context.drawn.get(parent.code);
  if (!given) return everyone;
  const mask = maskOf(entry.askedOf.answers, parent.answers[context.people.edition]!);
  return everyone.map((_, index) => (given[index]! & mask ? 1 : 0));
}

/**
 * Answers are consecutive slices of one leaning: cut where the national shares fall, after the respondents of
 * each published cell have been moved so that their own share falls at the same cut. Those whose answer is
 * settled lean infinitely towards the first one, which nobody else then gives.
 */
function drawSingle(drawing: Drawing, people: Respondents): void {
  const { answers, base, frozen, bits, lasting, random } = drawing;
  const { weight } = people;
  const leanings = drawLeanings(people, drawing.model.loading, lasting, random).map(
    (leaning, index) => (frozen[index] ? Number.POSITIVE_INFINITY : leaning),
  );
  const settled = weightOf(frozen, weight) / weightOf(base, weight);
  const cumulative = cumulate(settled > 0 ? settleFirst(drawing.shares, settled) : drawing.shares);
  const levels = () =>
    cumulative.slice(0, -1).map((share) => levelOf(leanings, weight, base, share));
  const rounds = drawing.targets.some(({ target }) => target.dimension) ? shiftRounds : 0;
  for (let round = 0; round < rounds; round += 1) shiftCells(drawing, leanings, weight, levels());
  const cuts = levels();
  const firstOpen = settled > 0 ? 1 : 0;
  for (let index = 0; index < people.count; index += 1) {
    if (!base[index]) continue;
    const position = cuts.findIndex((cut) => leanings[index]! > cut);
    if (frozen[index]) bits[index] = bitOf(0);
    else bits[index] = bitOf(position < 0 ? answers.length - 1 : Math.max(position, firstOpen));
  }
}

function shiftCells(
  { targets, answers }: Drawing,
  leanings: Float64Array,
  weight: Float64Array,
  cuts: readonly number[],
): void {
  for (const { target, members } of targets) {
    if (target.dimension === null || target.among.length > 0) continue;
    const slice = sliceOf(target, answers);
    if (!slice) continue;
    const middle = (target.low + target.high) / 2;
    shiftTo(leanings, weight, members, slice.fromTop ? middle : 1 - middle, cuts[slice.cut]!);
  }
}

const weightOf = (members: Uint8Array, weight: Float64Array) =>
  members.reduce((total, value, index) => total + value * weight[index]!, 0);

const cumulate = (shares: readonly number[]) => {
  let total = 0;
  return shares.map((share) => {
    total += share;
    return total;
  });
};

/** Shares whose first is what is settled, the second taking the difference. */
const settleFirst = (shares: readonly number[], settled: number) => [
  settled,
  shares[0]! + shares[1]! - settled,
  ...shares.slice(2),
];

/** Which cut bounds a target's answers, when they are the first or the last ones of the list. */
function sliceOf(
  target: Target,
  answers: readonly string[],
): { cut: number; fromTop: boolean } | null {
  const known = answers.map(foldAnswer);
  const positions = target.answers
    .map((label) => known.indexOf(foldAnswer(label)))
    .sort((a, b) => a - b);
  const first = positions[0]!;
  const last = positions.at(-1)!;
  if (last - first + 1 !== positions.length) return null;
  if (first === 0) return { cut: last, fromTop: true };
  return last === answers.length - 1 ? { cut: first - 1, fromTop: false } : null;
}

/** Each answer has a leaning of its own; those left without any give the fallback. */
function drawMultiple(drawing: Drawing, people: Respondents): void {
  const { answers, shares, base, bits, model, lasting, random } = drawing;
  const none = model.none === 'first' ? 0 : model.none === 'last' ? answers.length - 1 : -1;
  const open = base.slice();
  if (none >= 0) {
    const leanings = drawLeanings(people, -model.loading, lasting, random);
    const cut = levelOf(leanings, people.weight, base, shares[none]!);
    for (let index = 0; index < people.count; index += 1)
      if (base[index] && leanings[index]! > cut) {
        bits[index] = bitOf(none);
        open[index] = 0;
      }
  }
  const left = none >= 0 ? 1 - shares[none]! : 1;
  answers.forEach((label, answer) => {
    if (answer === none) return;
    const leanings = drawLeanings(people, model.loading, lasting, random);
    const cut = levelOf(leanings, people.weight, open, shares[answer]! / left);
    for (const { target, members } of drawing.targets)
      if (
        target.dimension &&
        target.answers.length === 1 &&
        foldAnswer(target.answers[0]!) === foldAnswer(label)
      )
        shiftTo(leanings, people.weight, members, (target.low + target.high) / 2, cut);
    for (let index = 0; index < people.count; index += 1)
      if (open[index] && leanings[index]! > cut) bits[index]! |= bitOf(answer);
  });
  const fallback = fallbackOf(drawing);
  for (let index = 0; index < people.count; index += 1)
    if (open[index] && bits[index] === 0) bits[index] = fallback;
}

const fallbackOf = ({ model, answers }: Drawing) =>
  model.fallback ? maskOf([model.fallback], answers) : 0;

function reachTargets(drawing: Drawing, people: Respondents): void {
  if (drawing.targets.length === 0) return;
  const { answers, model } = drawing;
  const all = everyAnswer(answers);
  const constraints = drawing.targets.map(
    ({ target, members }): Constraint => ({
      members,
      answers: maskOf(target.answers, answers),
      among: target.among.length > 0 ? maskOf(target.among, answers) : all,
      low: target.low,
      high: target.high,
    }),
  );
  const none =
    model.none === 'first' ? bitOf(0) : model.none === 'last' ? bitOf(answers.length - 1) : 0;
  fitAnswers({
    bits: drawing.bits,
    weight: people.weight,
    constraints,
    frozen: drawing.frozen,
    multiple: drawing.entry.type === 'multiple',
    exclusive: none,
    fallback: fallbackOf(drawing),
    random: drawing.random,
  });
}
