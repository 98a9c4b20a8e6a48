import type { RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText } from '../../core/format/names.ts';
import { useLanguage } from '../context.ts';

/** The figures of the place pointed at, in words: what a map cannot print on itself. */
export function Readout({ answer, pointed }: { answer: RankingsAnswer; pointed: string | null }) {
  const { t, f } = useLanguage();
  const row = answer.rows.find(({ key }) => keyText(key) === pointed);
  if (row === undefined) return <p class="readout note">{f.text(t.prospectPage.pointHint)}</p>;
  const words = t.prospectPage.readout;
  const share =
    row.share === null ? f.flag(row.flag) : `${f.share(row.share)} (${f.interval(row.ci)})`;
  return (
    <p class="readout">
      <strong>{f.text(row.label)}</strong>
      {f.text(t.colon)} {f.text(words(f.count(row.count), share, f.count(row.n)))}
    </p>
  );
}
