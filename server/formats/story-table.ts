import type { StoriesAnswer } from '../../core/contract/stories.ts';
import { dimensions } from '../../core/contract/vocabulary.ts';
import { integer, number, shareColumns, shareValues, text, type Value } from './columns.ts';
import type { DataTable } from './table.ts';

/** One line per figure of each story, the one told last; all of them carry its sentence and its test. */
export function tabulateStories(answer: StoriesAnswer): DataTable {
  const columns = [
    integer('story', 'Fait (numéro)'),
    text('kind', 'Nature'),
    text('sentence', 'Phrase'),
    integer('chapter', 'Chapitre (numéro)'),
    integer('question', 'Question (code)'),
    text('question_label', 'Question'),
    text('answer', 'Réponse'),
    ...dimensions.map((dimension) => text(dimension, profileHeadings[dimension])),
    integer('edition', 'Édition'),
    text('label', 'Groupe'),
    integer('base_n', 'Base (répondants)'),
    ...shareColumns.filter(({ name }) => name !== 'se'),
    number('difference', 'Écart'),
    number('difference_ci_low', 'Écart, borne basse'),
    number('difference_ci_high', 'Écart, borne haute'),
    number('p', 'p'),
    number('q', 'q (corrigée)'),
  ];
  const rows = answer.stories.flatMap((story, index) =>
    story.figures.map((figure): Value[] => {
      const [share, , low, high] = shareValues({ ...figure, se: null });
      return [
        index + 1,
        story.kind,
        story.sentence.fr,
        story.chapter.code,
        story.question,
        story.label,
        story.answer,
        ...dimensions.map((dimension) => story.profile[dimension] ?? null),
        figure.edition,
        groups[figure.group],
        figure.n,
        share ?? null,
        low ?? null,
        high ?? null,
        story.difference,
        story.ci?.[0] ?? null,
        story.ci?.[1] ?? null,
        story.p,
        story.q,
      ];
    }),
  );
  return { columns, rows };
}

const profileHeadings = {
  department: 'Département du profil',
  region: 'Région du profil',
  sector: 'Secteur du profil',
  size: 'Taille du profil',
} as const;

const groups = { all: 'Ensemble', profile: 'Profil', rest: 'Reste de la France' } as const;
