import type { TrendsAnswer } from '../contract/trends.ts';
import { splitAnswers } from '../format/grammar.ts';
import { sayDrawn } from '../format/pair-words.ts';
import { headlineTrends } from '../format/trend-headline.ts';
import { describeTrends, headTrends, readTrends } from '../format/trend-words.ts';
import {
  describeBasis,
  describeCautions,
  describeNotice,
  describeSource,
  endOnFinding,
  explainFlags,
  putQuestionFirst,
} from '../format/wording.ts';
import type { ChartOptions, ChartWords } from './chart.ts';

const kinds = {
  fr: { lines: 'Courbes', slope: 'Pentes entre deux éditions' },
  en: { lines: 'Lines', slope: 'Slopes between two editions' },
} as const;

function trendNotes(answer: TrendsAnswer, drawn: number, { language }: ChartOptions): string[] {
  const french = language === 'fr';
  const published = answer.series.some(({ points }) =>
    points.some(({ basis }) => basis === 'published'),
  );
  return [
    ...sayDrawn(drawn, answer.series.length, language),
    ...(published
      ? [
          french
            ? `Points vides\u202f: ${describeBasis('published', language)} ni intervalle.`
            : `Hollow points: ${describeBasis('published', language)} or interval.`,
        ]
      : []),
  ];
}

/** The words around a question's course, of which that many series are drawn. */
export function trendWords(
  answer: TrendsAnswer,
  drawn: number,
  kind: keyof typeof kinds.fr,
  options: ChartOptions,
): ChartWords {
  const { language, provenance } = options;
  const title = headlineTrends(answer, language);
  const { subtitle } = headTrends(answer, language);
  const points = answer.series.flatMap((series) => series.points);
  return {
    title,
    subtitle: putQuestionFirst(answer.question.label, title, subtitle, language),
    reading: readTrends(answer, language),
    description: endOnFinding(describeTrends(answer, kinds[language][kind], language), title),
    source: describeSource(
      provenance,
      points.map(({ edition }) => edition),
      language,
    ),
    notice: describeNotice(provenance, language),
    notes: [
      ...trendNotes(answer, drawn, options),
      ...explainFlags(
        points.map(({ flag }) => flag),
        language,
      ),
      ...describeCautions(answer.cautions, language),
    ],
    surveyWords: [
      answer.question.label,
      ...answer.series.flatMap((series) => splitAnswers(series.answer)),
    ],
  };
}
