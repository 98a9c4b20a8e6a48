import { badParameter } from '../../core/contract/problem.ts';
import { describeAsked } from '../../core/format/asked.ts';
import { describeCautions, describeNotice } from '../../core/format/wording.ts';
import type { Written } from '../format-writer.ts';
import { unformed } from '../problem-words.ts';
import { noteWords, titleOf } from './note-words.ts';
import { type AnswerView, type DataAnswers, type DataTable, tabulate } from './table.ts';

type Notes = readonly (readonly [string, string])[];

const views: readonly AnswerView[] = [
  'crosstab',
  'trends',
  'rankings',
  'compare',
  'movers',
  'stories',
];

/** What a reader needs beside the figures: measure, filters, cautions, source, licence, date. */
function notesOf(
  view: AnswerView,
  answer: DataAnswers[AnswerView],
  { meta, language }: Written,
): Notes {
  const words = noteWords[language];
  const about = answer as Partial<Record<'edition' | 'basis', number | string>> & {
    answers?: string[];
  };
  const asked = 'question' in answer ? (answer.question?.asked ?? null) : null;
  const warned = describeNotice(meta, language);
  return [
    [words.title, titleOf(view, answer, language)],
    ...(about.answers ? [[words.answers, about.answers.join(' ; ')] as const] : []),
    ...(about.edition ? [[words.edition, String(about.edition)] as const] : []),
    ...(about.basis
      ? [
          [
            words.basis,
            words.bases[about.basis === 'microdata' ? 'microdata' : 'published'],
          ] as const,
        ]
      : []),
    [words.filters, describeAsked(answer.filters, asked, language)],
    [words.measure, words.measureText],
    [words.uncertainty, words.uncertaintyText],
    ...describeCautions(answer.cautions, language).map((said) => [words.caution, said] as const),
    ...(warned === null ? [] : [[words.notice, warned] as const]),
    [words.attribution, meta.licence.attribution],
    [words.licence, [meta.licence.name, meta.licence.url].filter(Boolean).join(' – ')],
    [words.warehouse, words.warehouseText(meta.version, meta.builtAt, words.origins[meta.origin])],
    [words.tool, words.toolText],
  ];
}

/** An answer as its files hold it: figures, what a reader needs beside them, a title. */
export interface Laid {
  table: DataTable;
  notes: Notes;
  title: string;
  /** The wordings of the questions told of, by their codes. */
  questions: ReadonlyMap<number, string>;
}

function questionsOf(answer: DataAnswers[AnswerView]): ReadonlyMap<number, string> {
  if ('question' in answer) {
    return new Map(answer.question ? [[answer.question.code, answer.question.label]] : []);
  }
  const told =
    'movers' in answer
      ? answer.movers
      : 'gaps' in answer
        ? answer.gaps
        : 'stories' in answer
          ? answer.stories
          : [];
  return new Map(told.map(({ question, label }) => [question, label]));
}

/**
 * Lays an answer out for a file.
 * @throws ProblemError for an answer that is no table.
 */
export function lay(written: Written): Laid {
  const { endpoint, answer, meta, language } = written;
  const view = views.find((name) => endpoint.endsWith(name));
  if (!view) {
    throw badParameter('format', unformed.jsonOnly, ['json']);
  }
  const known = answer as DataAnswers[AnswerView];
  return {
    table: tabulate(view, known, meta.origin, language),
    notes: notesOf(view, known, written),
    title: titleOf(view, known, language),
    questions: questionsOf(known),
  };
}
