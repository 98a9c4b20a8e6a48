import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';
import { Choice } from '../parts/fields.tsx';
import type { View } from '../view.ts';
import { prospectWords } from './words.ts';

interface Props {
  view: View;
  onChange(part: Partial<View>): void;
}

/** What is ranked: the values of a dimension, or of two crossed. What was set side by side is of the last ranking. */
export function Breakdown({ view, onChange }: Props) {
  const { t, lang } = useLanguage();
  const words = prospectWords(lang);
  const by = view.by ?? 'department';
  const optionsOf = (offered: readonly Dimension[]) =>
    offered.map((value) => ({ value, label: t.dimensions[value] }));
  return (
    <>
      <Choice
        label={t.breakdown}
        value={by}
        options={optionsOf(dimensions)}
        onChoose={(value) =>
          onChange({
            by: value as Dimension,
            beside: [],
            ...(value === view.cross ? { cross: null } : {}),
          })
        }
      />
      <Choice
        label={words.cross}
        value={view.cross ?? ''}
        options={[
          { value: '', label: words.crossNone },
          ...optionsOf(dimensions.filter((value) => value !== by)),
        ]}
        onChoose={(value) =>
          onChange({ by, beside: [], cross: value === '' ? null : (value as Dimension) })
        }
      />
    </>
  );
}
