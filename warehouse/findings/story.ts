import type { Story, StoryChart } from '../../core/contract/stories.ts';
import { cautionOfNoise, headlineStory, readStory } from '../../core/format/story-words.ts';
import type { Finding } from './finding.ts';

/** The chart of a finding: its course, its profile among the others, or the spread of what is shared. */
function chartOf({ kind, question, answers, profile, figures }: Finding): StoryChart {
  const code = question.question;
  const edition = figures.at(-1)?.edition ?? 0;
  const answer = [...answers];
  if (kind === 'mover' || kind === 'record') {
    return { view: 'trends', query: { question: code, answer } };
  }
  if (profile !== null) {
    return {
      view: 'crosstab',
      query: { question: code, edition, by: [profile.dimension], answer },
    };
  }
  return answers.length > 1
    ? { view: 'crosstab', query: { question: code, edition } }
    : { view: 'crosstab', query: { question: code, edition, by: ['size'], answer } };
}

function searchOf(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => [name, String(each)]),
  );
  return new URLSearchParams(pairs).toString();
}

function pageOf({ view, query }: StoryChart): string {
  const { question, ...rest } = query;
  return view === 'trends'
    ? `/question/${question}?${searchOf(rest)}`
    : `/explorer?${searchOf(query)}`;
}

/**
 * A finding in words, with its chart and the ways to its figures. `noise` is what questions that only describe the
 * enterprises moved by, a proportion.
 */
export function storyOf(finding: Finding, noise: number): Story {
  const { kind, question, answers, asked, profile, figures, difference, ci, p, q } = finding;
  const facts = {
    kind,
    question: question.question,
    label: question.label,
    answer: answers.join(' + '),
    asked,
    profile: profile === null ? {} : { [profile.dimension]: profile.key },
    figures: [...figures],
    difference,
    ci: ci === null ? null : ([...ci] as [number, number]),
  };
  const chart = chartOf(finding);
  return {
    ...facts,
    sentence: headlineStory(facts),
    reading: readStory(facts),
    caution: finding.cautious ? cautionOfNoise(noise) : null,
    chapter: { code: question.chapter, label: question.chapterLabel },
    p,
    q,
    chart,
    data: `/api/v1/${chart.view}?${searchOf(chart.query)}`,
    page: pageOf(chart),
  };
}
