import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { useLanguage } from '../context.ts';
import { isIndicative } from './tiers.ts';
import { prospectWords } from './words.ts';

/** What the order may be read for: tiers, or nothing but an indication. */
export function OrderNote({ answer }: { answer: RankingsAnswer }) {
  const { f, lang } = useLanguage();
  const words = prospectWords(lang);
  const modelled = answer.rows.some(
    ({ flag, smoothed }) => flag === 'suppressed' && smoothed !== null,
  );
  if (isIndicative(answer)) {
    return (
      <p class="order-note indicative">
        <strong>{f.text(words.indicativeTitle)}</strong> {f.text(words.indicative)}
      </p>
    );
  }
  if (!answer.rows.some(({ tier }) => tier != null)) return null;
  if (answer.sort === 'count' || answer.sort === 'share') return null;
  return (
    <p class="order-note note">
      {f.text(words.tierNote)} {modelled && f.text(words.modelledNote)}
    </p>
  );
}
