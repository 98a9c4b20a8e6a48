import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import { keyText, nameKey } from '../../core/format/names.ts';
import { nameSort, rankedFigure, rankedInterval } from '../../core/format/ranking-words.ts';
import { useLanguage } from '../context.ts';
import { prospectWords } from '../prospect/words.ts';

/** What the ranking sorts by, for one row: the figure with its interval, the rank with its own, the base. */
function useFigures(answer: RankingsAnswer): (row: RankingRow) => string {
  const { t, f, lang } = useLanguage();
  const words = prospectWords(lang);
  return (row) => {
    if (answer.sort === 'count' || answer.sort === 'share') {
      const share =
        row.share === null ? f.flag(row.flag) : `${f.share(row.share)} (${f.interval(row.ci)})`;
      return t.prospectPage.readout(f.count(row.count), share, f.count(row.n));
    }
    const { value, interval, text } = rankedFigure(row, answer.sort, lang);
    const limits = rankedInterval(interval, answer.sort, lang);
    const figure =
      value === null
        ? f.flag(row.flag)
        : `${nameSort(answer.sort, lang)} ${text}${interval === null ? '' : ` (${limits})`}`;
    const rank =
      row.rank === null || row.rankInterval === null
        ? ''
        : words.readoutRank(f.count(row.rank), t.prospectPage.rankRange(...row.rankInterval));
    return words.readout(figure, rank, f.count(row.n));
  };
}

/** The figures of the row pointed at, in words: what a map cannot print on itself. */
export function Readout({ answer, pointed }: { answer: RankingsAnswer; pointed: string | null }) {
  const { t, f, lang } = useLanguage();
  const figuresOf = useFigures(answer);
  const row = answer.rows.find(({ key }) => keyText(key) === pointed);
  if (row === undefined) return <p class="readout note">{f.text(t.prospectPage.pointHint)}</p>;
  return (
    <p class="readout">
      <strong>{nameKey(row.key, answer.by, row.label, lang)}</strong>
      {f.text(t.colon)} {f.text(figuresOf(row))}
    </p>
  );
}
