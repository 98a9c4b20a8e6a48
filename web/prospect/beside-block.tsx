import type { ComponentChildren } from 'preact';
import { useLanguage } from '../context.ts';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { besideWords } from './beside-words.ts';
import type { Pair } from './side-by-side.ts';

/** A column of a measure: its heading, and what it says of each target. */
export interface Column {
  heading: string;
  cells: readonly ComponentChildren[];
  strong?: boolean;
}

interface Props<One extends Pair> {
  title: string;
  /** The title's own language, when it is not the page's. */
  lang?: string | undefined;
  note?: string | undefined;
  names: readonly string[];
  columns: readonly Column[];
  pairs: readonly One[];
  /** A pair that the data tell apart, in words. */
  tell(pair: One): string;
  /** Targets in no pair, their figure being withheld. */
  withheld?: readonly string[];
}

function Pairs<One extends Pair>({ pairs, names, tell, withheld = [] }: Props<One>) {
  const { f, lang } = useLanguage();
  const words = besideWords(lang);
  const untold = pairs
    .filter(({ told }) => !told)
    .map(({ above, below }) => `${names[above]} ${words.and} ${names[below]}`);
  return (
    <ul class="beside-pairs">
      {pairs
        .filter(({ told }) => told)
        .map((pair) => (
          <li key={`${pair.above} ${pair.below}`}>{f.text(tell(pair))}</li>
        ))}
      {untold.length > 0 && (
        <li class="note">{f.text(words.untold(untold.join(words.between)))}</li>
      )}
      {withheld.length > 0 && (
        <li class="note">{f.text(words.withheld(withheld.join(words.between)))}</li>
      )}
    </ul>
  );
}

/** One measure of all the targets: a table that a phone holds, and what its differences are worth. */
export function BesideBlock<One extends Pair>(props: Props<One>) {
  const { f, lang } = useLanguage();
  const words = besideWords(lang);
  const { title, names, columns } = props;
  const own = props.lang === undefined ? {} : { lang: props.lang };
  return (
    <section class="beside-block">
      <h4 {...own}>{f.text(title)}</h4>
      {props.note !== undefined && <p class="note">{f.text(props.note)}</p>}
      <ScrollBox>
        <table class="figures">
          <caption class="visually-hidden" {...own}>
            {f.text(title)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{f.text(words.target)}</th>
              {columns.map(({ heading }) => (
                <th key={heading} scope="col" class="number">
                  {f.text(heading)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name, place) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map(({ heading, cells, strong }) => (
                  <td key={heading} class={strong === true ? 'number strong' : 'number'}>
                    {cells[place]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Pairs {...props} />
    </section>
  );
}
