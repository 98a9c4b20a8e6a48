import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import { latestPair } from '../../core/format/trend-pair.ts';
import type { View } from '../view.ts';
import { EditionPair } from './edition-pair.tsx';

/** The two editions that a slope sets side by side; the latest two of the figures when none are chosen. */
export function PairChoice(props: {
  view: View;
  question: QuestionAnswer;
  trends: TrendsAnswer;
  onChange(part: Partial<View>): void;
}) {
  const { question, trends, onChange } = props;
  const pair = latestPair(trends);
  const years = [...question.editions].sort((a, b) => b - a);
  if (pair === null || years.length < 3) return null;
  const [from, to] = pair;
  return (
    <EditionPair
      from={from}
      to={to}
      before={years.filter((year) => year < to)}
      after={years.filter((year) => year > from)}
      onChange={onChange}
    />
  );
}
