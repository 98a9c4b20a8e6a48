import type { CompareAnswer } from '../../core/contract/comparison.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';
import { emptyView, formatView } from '../url-state.ts';
import type { Page, View } from '../view.ts';
import { portraitWords } from './words.ts';

interface Props {
  dimension: Dimension;
  portrayed: string;
  answer: CompareAnswer;
}

/** The ways from a portrait into the other pages, its filter set; by the question that sets it apart most. */
export function Further({ dimension, portrayed, answer }: Props) {
  const { f, lang } = useLanguage();
  const words = portraitWords[lang];
  const [first] = answer.gaps;
  const to = (page: Page, part: Partial<View> = {}) =>
    formatView({ ...emptyView(page, lang), [dimension]: [portrayed], ...part });
  const { edition } = answer;
  const ranked: Partial<View> =
    first === undefined ? {} : { question: first.question, answers: [first.answer], edition };
  const ways = [
    ...(first === undefined
      ? [[to('explore'), words.explore]]
      : [[to('explore', { question: first.question, edition }), words.exploreFirst]]),
    [
      to('prospect', {
        ...ranked,
        by: dimension === 'department' ? 'sector' : 'department',
      }),
      words.prospect,
    ],
    [to('compare', { edition, rows: 'all' }), words.compare],
    [to('movers'), words.moved],
    [formatView(emptyView('portrait', lang)), words.all],
  ] as const;
  return (
    <nav class="further" aria-labelledby="further">
      <h2 id="further">{f.text(words.further)}</h2>
      <ul>
        {ways.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{f.text(label ?? '')}</a>
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="button" class="button quiet" onClick={() => window.print()}>
          {f.text(words.print)}
        </button>
      </p>
    </nav>
  );
}
