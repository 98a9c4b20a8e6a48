import { useState } from 'preact/hooks';
import { useLanguage } from '../context.ts';
import { onDemandPart } from '../on-demand.tsx';
import type { View } from '../view.ts';
import { territoryWords } from './territory-words.ts';

interface Props {
  view: View;
  onChange(part: Partial<View>): void;
}

const TerritoryChoosing = onDemandPart(8, () =>
  import('./territory-choosing.tsx').then((part) => part.TerritoryChoosing),
);

/** One's own territory: departments chosen on a map or a list, or taken from groups kept in the browser. */
export function TerritoryPanel(props: Props) {
  const { f, lang } = useLanguage();
  const words = territoryWords(lang);
  const [isOpen, setIsOpen] = useState(false);
  const count = props.view.department.length;
  return (
    <details
      class="territory"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        {f.text(words.title)}{' '}
        <span class="note">{f.text(count === 0 ? words.none : words.count(count))}</span>
      </summary>
      {isOpen && <TerritoryChoosing {...props} />}
    </details>
  );
}
