import { useLanguage } from '../context.ts';
import type { View } from '../view.ts';
import { Choice } from './fields.tsx';

/** The earlier and the later of two editions, each among those that the other can be compared with. */
export function EditionPair(props: {
  from: number;
  to: number;
  before: readonly number[];
  after: readonly number[];
  onChange(part: Pick<View, 'from' | 'to'>): void;
}) {
  const { t } = useLanguage();
  const { from, to, onChange } = props;
  const words = t.comparison.moversPage;
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
      {choice('from', from, props.before)}
      {choice('to', to, props.after)}
    </div>
  );
}
