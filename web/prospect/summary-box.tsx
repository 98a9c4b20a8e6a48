import { useId } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { useLanguage } from '../context.ts';
import { summarise } from './summary.ts';
import { prospectWords } from './words.ts';

interface Props {
  answer: RankingsAnswer;
  /** All rows but those left out. */
  rows: readonly RankingRow[];
}

/** The result in sentences, and what must be said with it. */
export function Summary({ answer, rows }: Props) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const id = useId();
  const { sentences, cautions } = summarise(answer, rows, lang);
  if (sentences.length === 0) return null;
  return (
    <section class="summary" aria-labelledby={id}>
      <h3 id={id}>{f.text(words.summaryTitle)}</h3>
      <p>{f.text(sentences.join(' '))}</p>
      <p class="note">
        <strong>{f.text(words.cautions)}</strong> {f.text(cautions.join(' '))}
      </p>
    </section>
  );
}
