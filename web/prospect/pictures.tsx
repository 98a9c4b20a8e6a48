import { useMemo } from 'preact/hooks';
import type { RankingRow, RankingsAnswer } from '../../core/contract/rankings.ts';
import type { Dimension } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';
import { Chart } from '../parts/chart.tsx';
import { Readout } from '../parts/readout.tsx';
import { addressOf, rememberAddress } from '../resource.ts';
import type { View } from '../view.ts';
import { keptRows } from './exclusions.ts';
import { prospectWords } from './words.ts';

export const firstRows = 20;

/** The rows of a ranking that are on the page: the first, or all, without what is left out. */
export function rowsShown({ rows }: RankingsAnswer, view: View): readonly RankingRow[] {
  const kept = keptRows(rows, view.without);
  return view.rows === 'all' ? kept : kept.slice(0, firstRows);
}

const isMappable = (by: readonly Dimension[]): boolean =>
  by.length === 1 && (by[0] === 'department' || by[0] === 'region');

/** The answer with the rows that are on the page; the API gives the same where these are simply the first. */
function partShown(answer: RankingsAnswer, view: View): RankingsAnswer {
  const part = { ...answer, rows: [...rowsShown(answer, view)] };
  const url = addressOf(answer);
  if (url !== null && view.without.length === 0) {
    rememberAddress(part, view.rows === 'all' ? url : `${url}&limit=${firstRows}`);
  }
  return part;
}

interface Props {
  answer: RankingsAnswer;
  view: View;
  pointed: string | null;
  onPoint(key: string | null): void;
}

/** Counts are amounts, drawn as bars; what has an interval is drawn as a point on it. */
const shapeOf = ({ sort }: RankingsAnswer) =>
  sort === 'count' ? ('ranking' as const) : ('dots' as const);

/** The ranking's bars, or points with their intervals, and its map where it has one, each lighting what the other points at. */
export function Pictures({ answer, view, pointed, onPoint }: Props) {
  const { t, f, lang } = useLanguage();
  const bars = useMemo(
    () => ({ kind: shapeOf(answer), answer: partShown(answer, view) }),
    [answer, view.rows, view.without],
  );
  const map = useMemo(
    () => (isMappable(answer.by) ? { kind: 'map' as const, answer } : null),
    [answer],
  );
  const linked = { pointed, onPoint };
  return (
    <>
      <section
        aria-label={f.text(bars.kind === 'dots' ? prospectWords(lang).dots : t.prospectPage.bars)}
      >
        <Chart request={bars} expected={46 + 30 * bars.answer.rows.length} {...linked} />
        <p class="reading">{f.rankingReading(bars.answer)}</p>
      </section>
      {map !== null && (
        <section class="map" aria-label={f.text(t.prospectPage.map)}>
          <Chart request={map} expected={480} {...linked} />
          <Readout answer={answer} pointed={pointed} />
        </section>
      )}
    </>
  );
}
