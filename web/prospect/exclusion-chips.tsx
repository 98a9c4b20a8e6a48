import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';
import { keysOf } from '../names.ts';
import { Chips } from '../parts/chips.tsx';
import { Choice } from '../parts/fields.tsx';
import { filterNames } from '../view.ts';
import { formatExclusion, parseExclusion } from './exclusions.ts';
import { prospectWords } from './words.ts';

/** What is left out of the list, and how to leave out more. */
export function Exclusions(props: {
  answer: RankingsAnswer;
  without: readonly string[];
  hidden: number;
  onChange(without: readonly string[]): void;
}) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const { answer, without, hidden } = props;
  const list = without.flatMap((text) => parseExclusion(text) ?? []);
  const options = filterNames
    .filter((dimension: Dimension) => answer.by.includes(dimension))
    .flatMap((dimension) =>
      keysOf[dimension].map((key) => ({
        value: formatExclusion({ dimension, key }),
        label: f.name(dimension, key),
      })),
    )
    .filter(({ value }) => !without.includes(value));
  return (
    <section class="exclusions" aria-label={f.text(words.without)}>
      <Choice
        label={words.exclude}
        value=""
        options={[{ value: '', label: words.excludeHint }, ...options]}
        onChoose={(value) => value !== '' && props.onChange([...without, value])}
      />
      {list.length > 0 && (
        <>
          <Chips
            chips={list.map((one) => {
              const label = f.name(one.dimension, one.key);
              const own = formatExclusion(one);
              return {
                id: own,
                label,
                action: words.excludeOf(label),
                onRemove: () => props.onChange(without.filter((text) => text !== own)),
              };
            })}
          />
          <p class="note" role="status">
            {f.text(words.excluded(hidden, f.count(hidden)))}
          </p>
        </>
      )}
    </section>
  );
}
