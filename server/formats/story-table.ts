import type { StoriesAnswer } from '../../core/contract/stories.ts';
import { dimensions } from '../../core/contract/vocabulary.ts';
import type { Language } from '../../core/format/language.ts';
import { integer, number, shareColumns, shareValues, text, type Value } from './columns.ts';
import { storyHeadings } from './headings.ts';
import type { BilingualTable } from './table.ts';

/** One line per figure of each story, the one told last; all of them carry its sentence and its test. */
export function tabulateStories(answer: StoriesAnswer, language: Language): BilingualTable {
  const columns = [
    integer('story'),
    text('kind'),
    text('sentence'),
    integer('chapter'),
    integer('question'),
    text('question_label'),
    text('answer'),
    ...dimensions.map((dimension) => text(dimension, storyHeadings[dimension])),
    integer('edition'),
    text('label', storyHeadings.label),
    integer('base_n'),
    ...shareColumns.filter(({ name }) => name !== 'se'),
    number('difference'),
    number('difference_ci_low'),
    number('difference_ci_high'),
    number('p'),
    number('q'),
  ];
  const rows = answer.stories.flatMap((story, index) =>
    story.figures.map((figure): Value[] => {
      const [share, , low, high] = shareValues({ ...figure, se: null });
      return [
        index + 1,
        story.kind,
        story.sentence[language],
        story.chapter.code,
        story.question,
        story.label,
        story.answer,
        ...dimensions.map((dimension) => story.profile[dimension] ?? null),
        figure.edition,
        storyHeadings.groups[figure.group][language],
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
