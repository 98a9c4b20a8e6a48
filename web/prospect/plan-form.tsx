import { useId, useState } from 'preact/hooks';
import { useLanguage } from '../context.ts';
import type { PlanSettings } from './call-plan.ts';
import { limits, parseSellers, writeSellers } from './plan-address.ts';
import { planWords } from './plan-words.ts';

interface Props {
  settings: PlanSettings;
  onChange(part: Partial<PlanSettings>): void;
}

function Sellers({ settings, onChange }: Props) {
  const { f, lang } = useLanguage();
  const words = planWords(lang);
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const read = (text: string) => {
    const sellers = parseSellers(text);
    setWrong(sellers === null);
    if (sellers !== null) onChange({ sellers });
  };
  return (
    <div class="field">
      <label for={id}>{f.text(words.sellers)}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        value={writeSellers(settings.sellers)}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong}
        onChange={(event) => read(event.currentTarget.value)}
      />
      <span class="note" id={`${id}-hint`} role={wrong ? 'alert' : undefined}>
        {f.text(wrong ? words.sellersWrong : words.sellersHint)}
      </span>
    </div>
  );
}

function Amount(props: {
  label: string;
  value: number;
  most: number;
  onChange(value: number): void;
}) {
  const { f } = useLanguage();
  const id = useId();
  const { most } = props;
  return (
    <div class="field">
      <label for={id}>{f.text(props.label)}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={most}
        value={props.value}
        onChange={({ currentTarget }) => {
          const kept = Math.min(most, Math.max(1, Math.round(Number(currentTarget.value)) || 1));
          currentTarget.value = String(kept);
          props.onChange(kept);
        }}
      />
    </div>
  );
}

/** Who calls, how much, for how long, and how far down the list. */
export function PlanForm({ settings, onChange }: Props) {
  const { lang } = useLanguage();
  const words = planWords(lang);
  const amounts = ['callsAWeek', 'weeks', 'targets'] as const;
  return (
    <div class="plan-form">
      <Sellers settings={settings} onChange={onChange} />
      {amounts.map((name) => (
        <Amount
          key={name}
          label={words[name]}
          value={settings[name]}
          most={limits[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
    </div>
  );
}
