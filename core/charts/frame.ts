import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartOptions, ChartTable, ChartWords } from './chart.ts';
import { balanceText, measureText, wrapText } from './text.ts';
import { themes, vegaConfig } from './theme.ts';

type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = LayeredSpec['layer'][number];

/** What is drawn, before its words: layers over a plot area in pixels, with room kept around it. */
export interface Plot {
  /** The rows that layers without data of their own draw. */
  data: readonly Record<string, unknown>[];
  layers: readonly Layer[];
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** False when rows are left out. */
  whole?: boolean;
}

const MARGIN = 20;
const TITLE = { size: 21, line: 26 };
const SUBTITLE = { size: 15, line: 20 };
const FOOT = { size: 12, line: 16 };
/** Between the words and the plot. */
const GAP = 16;

export interface Frame {
  titleLines: readonly string[];
  subtitleLines: readonly string[];
  footLines: readonly { text: string; strong: boolean }[];
  margin: number;
  above: number;
  below: number;
}

const none: Frame = {
  titleLines: [],
  subtitleLines: [],
  footLines: [],
  margin: 0,
  above: 0,
  below: 0,
};

/** The room a framed picture's words take, all wrapped to its width; nothing when unframed. */
export function measureFrame(words: ChartWords, options: ChartOptions): Frame {
  if (!options.framed) return none;
  const room = options.width - 2 * MARGIN;
  const titleLines = balanceText(words.title, room, TITLE.size, 600);
  const subtitleLines = balanceText(words.subtitle, room, SUBTITLE.size);
  const foot = (text: string, strong: boolean): { text: string; strong: boolean }[] =>
    wrapText(text, room, FOOT.size, strong ? 600 : 400).map((line) => ({ text: line, strong }));
  const footLines = [
    ...(words.notice === null ? [] : foot(words.notice, true)),
    ...foot(words.reading, false),
    ...words.notes.flatMap((note) => foot(note, false)),
    ...foot(words.source, false),
  ].filter(({ text }) => text !== '');
  return {
    titleLines,
    subtitleLines,
    footLines,
    margin: MARGIN,
    above: MARGIN + titleLines.length * TITLE.line + 6 + subtitleLines.length * SUBTITLE.line + GAP,
    below: GAP + footLines.length * FOOT.line + MARGIN,
  };
}

/** Text at a place in pixels from the plot's corner: `x` from its left, `y` from its top. */
export function textAt(
  text: string | readonly string[],
  x: number,
  y: number,
  style: Record<string, string | number> = {},
): Layer {
  return {
    data: { values: [{ text }] },
    mark: { type: 'text', align: 'left', baseline: 'alphabetic', ...style },
    encoding: {
      text: { field: 'text', type: 'nominal' },
      x: { value: x },
      y: { value: y },
    },
  };
}

function header(plot: Plot, frame: Frame, options: ChartOptions): Layer[] {
  const theme = themes[options.theme];
  const top = MARGIN - frame.above - plot.top;
  const below = top + frame.titleLines.length * TITLE.line + 6;
  return [
    ...frame.titleLines.map((text, index) =>
      textAt(text, -plot.left, top + index * TITLE.line + 20, {
        fontSize: TITLE.size,
        fontWeight: 600,
        color: theme.ink,
      }),
    ),
    ...frame.subtitleLines.map((text, index) =>
      textAt(text, -plot.left, below + index * SUBTITLE.line + 14, {
        fontSize: SUBTITLE.size,
        color: theme.soft,
      }),
    ),
  ];
}

function footer(plot: Plot, frame: Frame, options: ChartOptions, height: number): Layer[] {
  const theme = themes[options.theme];
  const first = height - frame.above - plot.top - frame.below + GAP;
  return frame.footLines.map(({ text, strong }, index) =>
    textAt(text, -plot.left, first + (index + 1) * FOOT.line - 4, {
      fontSize: FOOT.size,
      fontWeight: strong ? 600 : 400,
      color: strong ? theme.counter : theme.soft,
    }),
  );
}

/** A plot and its words as one specification. The picture is exactly as wide as asked, and as tall when it fits. */
export function frameChart(
  plot: Plot,
  words: ChartWords,
  table: ChartTable,
  options: ChartOptions,
): Chart {
  const frame = measureFrame(words, options);
  const drawn = frame.above + plot.top + plot.height + plot.bottom + frame.below;
  const height = Math.max(drawn, options.framed ? (options.height ?? 0) : 0);
  const spec: TopLevelSpec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: words.description,
    width: plot.width,
    height: plot.height,
    autosize: 'none',
    padding: {
      left: frame.margin + plot.left,
      right: frame.margin + plot.right,
      top: frame.above + plot.top,
      bottom: height - frame.above - plot.top - plot.height,
    },
    usermeta: { title: words.title, subtitle: words.subtitle, source: words.source },
    data: { values: plot.data.map((row) => ({ ...row })) },
    params: [{ name: 'focused', value: null }],
    layer: [
      ...plot.layers,
      ...header(plot, frame, options),
      ...footer(plot, frame, options, height),
    ],
    config: vegaConfig(options.theme),
  };
  return { ...words, spec, table, width: options.width, height, whole: plot.whole ?? true };
}

/** Width left for the plot and its columns, inside the margins. */
export function innerWidth(options: ChartOptions): number {
  return options.width - (options.framed ? 2 * MARGIN : 0);
}

/** Height left for the plot, its columns and headings, when the picture's height is fixed. */
export function innerHeight(words: ChartWords, options: ChartOptions): number | null {
  if (options.height === undefined) return null;
  const { above, below } = measureFrame(words, options);
  return options.height - above - below;
}

/** The widest of those lines, in whole pixels. */
export function widest(lines: readonly string[], size: number, weight: 400 | 600 = 400): number {
  return Math.ceil(Math.max(0, ...lines.map((line) => measureText(line, size, weight))));
}
