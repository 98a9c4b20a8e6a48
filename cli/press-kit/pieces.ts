import type { CompareAnswer } from '../../core/contract/comparison.ts';
import type { RawQuery } from '../../core/contract/parse-query.ts';
import type { Story } from '../../core/contract/stories.ts';
import { type Dimension, descriptiveQuestions } from '../../core/contract/vocabulary.ts';
import { headlineGaps } from '../../core/format/gap-headline.ts';
import { gapWords } from '../../core/format/gap-words.ts';
import type { Language } from '../../core/format/language.ts';
import { compare } from '../../warehouse/answers/compare.ts';
import { storiesAbout } from '../../warehouse/answers/stories.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { kitWords } from './words.ts';

/** Whom a press kit is about, and in which edition and language. */
export interface KitSubject {
  readonly dimension: Dimension;
  readonly key: string;
  readonly edition: number | undefined;
  readonly language: Language;
  /** The public address of the site, which its files name; null where only paths can be given. */
  readonly site: string | null;
}

/** A chart of the kit: the view and parameters that draw it, and what is said of it. */
export interface Piece {
  readonly slug: string;
  readonly section: 'apart' | 'stories' | 'comparisons';
  readonly view: 'compare' | 'crosstab';
  readonly query: RawQuery;
  readonly shape: 'bars' | 'map';
  /** A finding, the chart's own where it is null, and the subject's figures. */
  readonly said: { readonly headline: string | null; readonly readings: readonly string[] };
}

/** As many differences as a portrait shows, and as many stories and comparisons as one reads. */
const portraitGaps = 12;
const mostStories = 6;
const mostComparisons = 4;

/** A territory is seen on a map, a sector or a size among bars. */
const shapeOf = (dimension: Dimension): Piece['shape'] =>
  dimension === 'region' || dimension === 'department' ? 'map' : 'bars';

function portraitPiece({ language }: KitSubject, answer: CompareAnswer, query: RawQuery): Piece {
  const significant = answer.gaps.filter((gap) => gap.significant === true);
  return {
    slug: 'portrait',
    section: 'apart',
    view: 'compare',
    query,
    shape: 'bars',
    said: {
      headline: headlineGaps(answer, answer.gaps, language),
      readings: significant.map((gap) => gapWords(answer, [gap], language).reading),
    },
  };
}

function among(
  { dimension }: KitSubject,
  edition: number,
  question: number,
  answer: string,
): Pick<Piece, 'view' | 'query' | 'shape'> {
  const query = { question: String(question), edition: String(edition), by: dimension, answer };
  return { view: 'crosstab', query, shape: shapeOf(dimension) };
}

/**
 * What a press kit holds: the portrait, the stories about the profile, and its place among the others on the questions
 * that set it apart most and are not told already.
 * @throws ProblemError for an unknown code or edition.
 */
export async function kitPieces(
  warehouse: Warehouse,
  subject: KitSubject,
): Promise<{ portrait: CompareAnswer; pieces: readonly Piece[] }> {
  const { dimension, key, language } = subject;
  const asked = { limit: portraitGaps, [dimension]: [key] };
  const portrait = await compare(warehouse, {
    ...asked,
    ...(subject.edition === undefined ? {} : { edition: subject.edition }),
  });
  const { edition, gaps } = portrait;
  if (gaps.length === 0) return { portrait, pieces: [] };
  const query = { edition: String(edition), limit: String(portraitGaps), [dimension]: key };
  const stories = await storiesAbout(
    warehouse,
    { dimension, key },
    { edition, limit: mostStories },
  );
  const told = new Set(stories.map(({ question }) => question));
  const others = gaps.filter(
    ({ question }, place) =>
      !told.has(question) &&
      !descriptiveQuestions.includes(question) &&
      gaps.findIndex((gap) => gap.question === question) === place,
  );
  const storyPiece = ({ question, answer, sentence, reading }: Story, place: number): Piece => ({
    slug: `${kitWords[language].story}-${place + 1}-question-${question}`,
    section: 'stories',
    ...among(subject, edition, question, answer),
    said: { headline: sentence[language], readings: [reading[language]] },
  });
  return {
    portrait,
    pieces: [
      portraitPiece(subject, portrait, query),
      ...stories.map(storyPiece),
      ...others.slice(0, mostComparisons).map(
        (gap): Piece => ({
          slug: `question-${gap.question}`,
          section: 'comparisons',
          ...among(subject, edition, gap.question, gap.answer),
          said: { headline: null, readings: [gapWords(portrait, [gap], language).reading] },
        }),
      ),
    ],
  };
}
