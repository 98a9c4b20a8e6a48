import type { Dimension } from '../../core/contract/vocabulary.ts';
import { useLanguage } from '../context.ts';
import type { ChartRequest } from '../draw.ts';
import { Chart } from './chart.tsx';

export interface SmallChart {
  dimension: Dimension;
  value: string;
  request: ChartRequest;
}

interface Props {
  charts: readonly SmallChart[];
  /** The height to keep free for each, in pixels. */
  expected: number;
  rows: 'first' | 'all';
  onRows(rows: 'first' | 'all'): void;
}

/** More charts than one can look at in one go: the others are asked for. */
const shownFirst = 12;

const ignore = (): void => undefined;

/** A chart for each value of a dimension, all on one scale. */
export function PanelGrid({ charts, expected, rows, onRows }: Props) {
  const { t, f } = useLanguage();
  const shown = rows === 'all' ? charts : charts.slice(0, shownFirst);
  return (
    <>
      <ul class="panel-grid">
        {shown.map(({ dimension, value, request }) => (
          <li key={value}>
            <h3>{f.name(dimension, value)}</h3>
            <Chart request={request} expected={expected} pointed={null} onPoint={ignore} />
          </li>
        ))}
      </ul>
      <p class="note">
        {f.text(t.analyst.sameScale)}
        {shown.length < charts.length && (
          <> {f.text(t.analyst.panelsLeft(shown.length, charts.length))}</>
        )}
      </p>
      {charts.length > shownFirst && (
        <p class="actions">
          <button
            type="button"
            class="button quiet"
            onClick={() => onRows(rows === 'all' ? 'first' : 'all')}
          >
            {f.text(rows === 'all' ? t.analyst.panelsFew : t.analyst.panelsAll(charts.length))}
          </button>
        </p>
      )}
    </>
  );
}
