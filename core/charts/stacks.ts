import type { CrosstabAnswer, Row } from '../contract/crosstab.ts';
import { keyText } from '../format/names.ts';
import { formatShare } from '../format/numbers.ts';
import { display } from '../format/typography.ts';
import { describeBase, describeFlag } from '../format/wording.ts';
import { answerColours } from './answer-colours.ts';
import type { ChartOptions } from './chart.ts';
import { emptyPlot } from './empty.ts';
import { innerWidth, type Layer, type Plot } from './frame.ts';
import { type LegendItem, plotLegend } from './legend.ts';
import { boxChannels, highlightLayer, ownFill, textLayer } from './marks.ts';
import { nameRow } from './row-names.ts';
import { type BarRow, layRows, type RowLayout, type TextLine } from './rows.ts';
import { measureText } from './text.ts';
import { inkOn, inks, type Theme, themes } from './theme.ts';

/** Answers past which segments can no longer be told apart. */
const MOST_SEGMENTS = 7;

/** Whether rows are compositions that add up to 100 %: answers of a single-choice question, few enough. */
export function isStackable(answer: CrosstabAnswer): boolean {
  const { length } = answer.answers;
  return (
    answer.question.type === 'single' &&
    answer.by.length > 0 &&
    length > 1 &&
    length <= MOST_SEGMENTS
  );
}

function stackRow(
  row: Row,
  name: { label: string; heading?: string },
  options: ChartOptions,
): BarRow {
  const flag = row.cells.find((cell) => cell.flag !== null)?.flag ?? null;
  const withheld = row.cells.every((cell) => cell.share === null);
  const words = describeFlag(flag, options.language);
  return {
    ...name,
    label: flag === null || withheld ? name.label : `${name.label} (${words})`,
    key: keyText(row.key),
    value: null,
    interval: null,
    valueText: '',
    baseText: describeBase(row.n, flag, options.language),
    hollow: flag === 'low-base',
    remark: withheld ? words : '',
  };
}

interface Segment {
  key: string;
  answer: string;
  share: number;
  x: number;
  x2: number;
  y: number;
  y2: number;
  fill: string;
}

function segmentsOf(
  rows: readonly Row[],
  layout: RowLayout,
  colours: readonly string[],
): Segment[] {
  return rows.flatMap((row, index) => {
    const placed = layout.rows[index];
    if (placed === undefined || row.cells.some(({ share }) => share === null)) return [];
    const sum = row.cells.reduce((total, { share }) => total + (share ?? 0), 0);
    let x = 0;
    return row.cells.map(({ answer, share }, position) => {
      const width = sum > 0 ? ((share ?? 0) / sum) * layout.width : 0;
      const segment = {
        key: placed.key,
        answer,
        share: share ?? 0,
        x,
        x2: x + width,
        y: placed.middle - layout.thickness / 2 - 2,
        y2: placed.middle + layout.thickness / 2 + 2,
        fill: colours[position] ?? '',
      };
      x += width;
      return segment;
    });
  });
}

/** The share inside its segment, where it fits, in an ink that reads on it. */
function segmentTexts(segments: readonly Segment[], options: ChartOptions): TextLine[][] {
  const lines = segments.map((segment) => ({
    ink: inkOn(segment.fill),
    line: {
      text: formatShare(segment.share, options.language, 0),
      x: (segment.x + segment.x2) / 2,
      y: (segment.y + segment.y2) / 2 + 4,
      key: segment.key,
    },
    fits:
      measureText(formatShare(segment.share, options.language, 0), 12, 600) + 6 <=
      segment.x2 - segment.x,
  }));
  return inks.map((ink) =>
    lines.flatMap((each) => (each.fits && each.ink === ink ? [each.line] : [])),
  );
}

function segmentLayer(theme: Theme): Layer {
  return {
    mark: { type: 'rect', stroke: theme.background, strokeWidth: 1 },
    encoding: { ...boxChannels, fill: ownFill },
  };
}

/** Rows as bars of 100 %, their answers named above, shares inside, base at the right. */
export function plotStacks(answer: CrosstabAnswer, options: ChartOptions, spare = 0): Plot {
  if (answer.rows.length === 0) return emptyPlot(options);
  const theme = themes[options.theme];
  const room = innerWidth(options);
  const rows = answer.rows.map((row, index) =>
    stackRow(row, nameRow(answer, index, options), options),
  );
  const heads = { value: '', base: answer.basis === 'published' ? '' : 'Base n' };
  const layout = layRows(rows, room, heads, spare);
  const colours = answerColours(answer.answers, theme);
  const segments = segmentsOf(answer.rows, layout, colours);
  const items: LegendItem[] = answer.answers.map((label, index) => ({
    text: display(label, options.language),
    fill: colours[index] ?? '',
  }));
  const legendRoom = room - (heads.base === '' ? 0 : measureText(heads.base, 13) + 14);
  const legendHeight = plotLegend(items, 0, 0, legendRoom, theme).height;
  const top = legendHeight + 6;
  const texts = segmentTexts(segments, options);
  const remarks = layout.rows.map(({ remark, key, middle }) => ({
    text: remark,
    key,
    x: 4,
    y: middle + 4,
  }));
  const bold = { align: 'center', fontSize: 12, fontWeight: 600 };
  return {
    data: segments.map((segment) => ({ ...segment })),
    layers: [
      highlightLayer(layout, theme),
      segmentLayer(theme),
      ...texts.map((lines, index) =>
        textLayer(lines, { ...bold, color: inks[index] ?? theme.ink }),
      ),
      textLayer(remarks, { align: 'left', fontSize: 12, color: theme.soft }),
      textLayer(layout.labels, { align: 'left', color: theme.ink }),
      textLayer(layout.headings, { align: 'left', color: theme.ink, fontWeight: 600 }),
      textLayer(layout.bases, { align: 'right', color: theme.soft }),
      textLayer([{ text: heads.base, x: layout.baseEnd, y: -8, key: '' }], {
        align: 'right',
        color: theme.soft,
        fontSize: 13,
      }),
      ...plotLegend(items, -layout.left, -top, legendRoom, theme).layers,
    ],
    width: layout.width,
    height: layout.height,
    left: layout.left,
    right: layout.right,
    top,
    bottom: 4,
  };
}
