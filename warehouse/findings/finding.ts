import type { StoryFigure, StoryKind } from '../../core/contract/stories.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { isPart } from '../../core/format/asked.ts';
import { describeCell, describeRow } from '../../core/stats/cells.ts';
import type { Tellable } from '../../core/stats/diversity.ts';
import type { Flag } from '../../core/stats/reliability.ts';
import type { Side } from '../answers/gaps.ts';
import type { Answer, Question } from '../catalogue.ts';

/** Whom a finding is about, when not all enterprises. */
export interface Profile {
  readonly dimension: Dimension;
  readonly key: string;
}

/** A claim that stood its test, with the figures it rests on. */
export interface Finding extends Tellable {
  readonly kind: StoryKind;
  readonly question: Question;
  readonly answers: readonly string[];
  /** Part (0–1) of the edition's enterprises that the question was put to. */
  readonly asked: number;
  readonly profile: Profile | null;
  readonly figures: readonly StoryFigure[];
  readonly difference: number | null;
  readonly ci: readonly [number, number] | null;
  readonly p: number;
  readonly q: number;
  /** Whether sampling alone has been seen to move figures as far between the same editions. */
  readonly cautious: boolean;
}

/** A figure with the mark of its base: one whose base is small makes no story. */
export function figureOf(
  edition: number,
  group: StoryFigure['group'],
  { cell, sample }: Side,
): { figure: StoryFigure; flag: Flag } {
  const { share, ci, flag } = describeCell(cell, sample);
  const { n } = describeRow(cell);
  return { figure: { edition, group, n, share, ci: ci === null ? null : [...ci] }, flag };
}

/** The figures of a finding; null when one of them rests on a small base. */
export function soundFigures(
  figures: readonly ReturnType<typeof figureOf>[],
): readonly StoryFigure[] | null {
  return figures.every(({ flag }) => flag === null) ? figures.map(({ figure }) => figure) : null;
}

/**
 * Whether an answer reads on its own: that which the producer counts, or the top of the scale that it counts; any
 * answer of a question it counts none of.
 */
export function readsAlone({ favourable, answers }: Question, { label }: Answer): boolean {
  const [first] = favourable;
  if (first === undefined) return true;
  return label === first && (favourable.length === 1 || answers[0]?.label === first);
}

/**
 * What a finding is about, so that several are not of a piece. `sureness` counts for the part of the enterprises that was
 * asked: what is true of half of them is half as large.
 */
export function aboutOf(
  { question, chapter }: Question,
  profile: Profile | null,
  asked: number,
  sureness: number,
): Pick<Finding, 'strength' | 'subject' | 'field' | 'themes' | 'asked'> {
  const part = isPart(asked);
  return {
    asked,
    strength: part ? sureness * asked : sureness,
    subject: question,
    field: chapter,
    themes: [
      ...(profile === null ? [] : [profile.dimension, `${profile.dimension} ${profile.key}`]),
      ...(part ? ['asked'] : []),
    ],
  };
}
