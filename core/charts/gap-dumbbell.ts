import type { Gap } from '../contract/comparison.ts';
import { closeSentence } from '../format/grammar.ts';
import { formatShare } from '../format/numbers.ts';
import { explainDumbbell, sideNames } from '../format/pair-words.ts';
import type { Chart, ChartOptions } from './chart.ts';
import { labelRoom, type PlacedPair, pairLayers } from './dumbbell-layers.ts';
import { emptyPlot } from './empty.ts';
import { fitPlot } from './fit.ts';
import { frameChart, innerWidth, type Plot } from './frame.ts';
import { type GapAnswer, gapBases, gapRow, gapsOf, gapTable, gapWordsOf } from './gap-bars.ts';
import { plotLegend } from './legend.ts';
import {
  figureLayers,
  hasTicksBelow,
  headRoom,
  headY,
  highlightLayer,
  textLayer,
  tickY,
  verticals,
} from './marks.ts';
import { layRows, type RowLayout } from './rows.ts';
import { type Theme, themes } from './theme.ts';
import { niceTicks, wholePercents } from './ticks.ts';

const TICK_SIZE = 13;

interface Axis {
  x(share: number): number;
  ticks: number[];
}

/** Shares to pixels, with room for a figure at either end. */
function axisOf(gaps: readonly Gap[], width: number, language: ChartOptions['language']): Axis {
  const shares = gaps.flatMap(({ from, to, ci }) => [
    ...[from, to].filter((share) => share !== null),
    ...(from === null ? [] : (ci ?? []).map((end) => from + end)),
  ]);
  const texts = gaps.flatMap(({ from, to }) =>
    [from, to].map((share) => formatShare(share, language)),
  );
  const room = labelRoom(texts);
  const [least, most] = [Math.min(...shares), Math.max(...shares, Math.min(...shares) + 0.05)];
  const inside = width - 2 * room;
  const x = (share: number): number => room + ((share - least) / (most - least)) * inside;
  const count = Math.max(2, Math.min(6, Math.floor(inside / 70)));
  const ticks = niceTicks(least, most, count, wholePercents).filter(
    (tick) => tick >= 0 && tick <= 1 && x(tick) >= 14 && x(tick) <= width - 14,
  );
  return { x, ticks };
}

const placed = (gap: Gap, y: number, axis: Axis, options: ChartOptions): PlacedPair => {
  const { from, to, ci } = gap;
  const { key, colour, hollow } = gapRow(gap, options);
  const at = (share: number | null): number | null => (share === null ? null : axis.x(share));
  return {
    key,
    y,
    from: at(from),
    to: at(to),
    low: at(from === null || ci === null ? null : from + ci[0]),
    high: at(from === null || ci === null ? null : from + ci[1]),
    fromText: formatShare(from, options.language),
    toText: formatShare(to, options.language),
    colour: colour ?? themes[options.theme].accent,
    hollow,
  };
};

function axisLayers(axis: Axis, layout: RowLayout, theme: Theme, { language }: ChartOptions) {
  const lines = axis.ticks.map((tick) => ({
    text: formatShare(tick, language, 0),
    x: axis.x(tick),
    y: tickY(layout),
    key: '',
  }));
  return [
    verticals(axis.ticks.map(axis.x), layout, { color: theme.faint, strokeWidth: 1 }),
    textLayer(lines, { align: 'center', color: theme.soft, fontSize: TICK_SIZE }),
  ];
}

function plotPairs(answer: GapAnswer, count: number, spare: number, options: ChartOptions): Plot {
  const gaps = gapsOf(answer).slice(0, count);
  const known = gaps.filter(({ from, to }) => from !== null || to !== null);
  if (known.length === 0) return emptyPlot(options, gaps.length === 0 ? 'nothing' : 'withheld');
  const { language } = options;
  const theme = themes[options.theme];
  const room = innerWidth(options);
  const heads = {
    value: language === 'fr' ? 'Écart (points)' : 'Gap (points)',
    base: 'Bases n',
  };
  const rows = gaps.map((gap) => ({
    ...gapRow(gap, options),
    baseText: gapBases(gap, language),
    sideText: '',
  }));
  const layout = layRows(rows, room, heads, spare);
  const axis = axisOf(known, layout.width, language);
  const pairs = gaps.map((gap, index) =>
    placed(gap, layout.rows[index]?.middle ?? 0, axis, options),
  );
  const [from, to] = sideNames(answer, language);
  const sides = [
    { text: from, fill: theme.soft },
    { text: to, fill: theme.accent },
  ];
  const headings = headRoom(layout);
  const legend = plotLegend(sides, -layout.left, 0, room, theme, 'dot');
  const top = headings + legend.height;
  return {
    data: pairs.map((pair) => ({ ...pair })),
    layers: [
      highlightLayer(layout, theme),
      ...plotLegend(sides, -layout.left, -top, room, theme, 'dot').layers,
      ...axisLayers(axis, layout, theme, options),
      ...pairLayers(pairs, theme),
      textLayer(layout.labels, { align: 'left', color: theme.ink }),
      ...figureLayers(layout, headY(layout), theme),
    ],
    width: layout.width,
    height: layout.height,
    left: layout.left,
    right: layout.right,
    top,
    bottom: hasTicksBelow(layout) ? 20 : 4,
  };
}

/**
 * Both sides of the largest differences as two dots a row (two editions, or the rest of France and a profile), joined,
 * each with its share; the interval of the difference is set on the first. What noise may explain is hollow.
 */
export function gapDumbbell(answer: GapAnswer, options: ChartOptions): Chart {
  const words = gapWordsOf(answer, 'dumbbell', options);
  const noted = {
    ...words,
    notes: [...explainDumbbell(answer, gapsOf(answer), options.language), ...words.notes],
  };
  const fitted = fitPlot(gapsOf(answer).length, noted, options, (count, spare) =>
    plotPairs(answer, count, spare, options),
  );
  const table = gapTable(answer, `${closeSentence(words.title)} ${words.subtitle}`, options);
  return frameChart(fitted.plot, fitted.words, table, options);
}
