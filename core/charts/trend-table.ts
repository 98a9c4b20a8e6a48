import type { TrendsAnswer } from '../contract/trends.ts';
import { closeSentence } from '../format/grammar.ts';
import { formatCount, formatInterval, formatShare } from '../format/numbers.ts';
import { describeComparability, headTrends, nameSeries } from '../format/trend-words.ts';
import { describeFlag } from '../format/wording.ts';
import type { ChartOptions, ChartTable } from './chart.ts';

/** Every point of every line, with what changed since the edition before. */
export function trendTable(answer: TrendsAnswer, { language }: ChartOptions): ChartTable {
  const french = language === 'fr';
  const { title, subtitle } = headTrends(answer, language);
  const points = answer.series.flatMap((series) => series.points);
  const changes = answer.series.flatMap((series) => series.changes);
  const broken = changes.filter(({ comparability }) => comparability !== 'comparable');
  const text = (label: string): { label: string; numeric: boolean } => ({ label, numeric: false });
  const number = (label: string): { label: string; numeric: boolean } => ({ label, numeric: true });
  return {
    caption: `${closeSentence(title)} ${subtitle}`,
    columns: [
      text(french ? 'Courbe' : 'Line'),
      number(french ? 'Édition' : 'Edition'),
      number(french ? 'Part' : 'Share'),
      number(french ? 'Intervalle' : 'Interval'),
      number('Base (n)'),
      text(french ? 'Remarque' : 'Remark'),
    ],
    figures: points.map(({ share, n, ci, flag, basis }) => ({
      value: share,
      base: n,
      interval: ci,
      flag,
      kind: basis === 'published' ? 'published' : 'estimate',
    })),
    breaks: [
      ...new Set(broken.map(({ comparability }) => describeComparability(comparability, language))),
    ],
    rows: answer.series.flatMap((series) =>
      series.points.map((point) => {
        const change = series.changes.find(({ to }) => to === point.edition);
        const remark =
          change === undefined || change.comparability === 'comparable'
            ? ''
            : describeComparability(change.comparability, language);
        return [
          nameSeries(answer, series, language),
          String(point.edition),
          formatShare(point.share, language),
          formatInterval(point.ci, language),
          formatCount(point.n, language),
          [describeFlag(point.flag, language), remark].filter((each) => each !== '').join(', '),
        ];
      }),
    ),
  };
}
