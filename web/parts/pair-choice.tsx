import type { QuestionAnswer } from '../../core/contract/catalogue.ts';
import type { TrendsAnswer } from '../../core/contract/trends.ts';
import { latestPair } from '../../core/format/trend-pair.ts';
import { useLanguage } from '../context.ts';
import type { View } from '../url-state.ts';
import { Choice } from './fields.tsx';

/** The two editions that a slope sets side by side; the latest two of the figures when none are chosen. */
export function PairChoice(props: {
  view: View;
  question: QuestionAnswer;
  trends: TrendsAnswer;
  onChange(part: Partial<View>): void;
}) {
  const { t } = useLanguage();
  const { question, trends, onChange } = props;
  const words = t.comparison.moversPage;
  const pair = latestPair(trends);
  const years = [...question.editions].sort((a, b) => b - a);
  if (pair === null || years.length < 3) return null;
  const [from, to] = pair;
  const choice = (key: 'from' | 'to', value: number, offered: readonly number[]) => (
    <Choice
      label={words[key]}
      value={String(value)}
      options={offered.map((year) => ({ value: String(year), label: String(year) }))}
      onChoose={(chosen) => onChange({ from, to, [key]: Number(chosen) })}
    />
  );
  return (
    <div class="field-row narrow">
      {choice(
        'from',
        from,
        years.filter((year) => year < to),
      )}
      {choice(
        'to',
        to,
        years.filter((year) => year > from),
      )}
    </div>
  );
}
