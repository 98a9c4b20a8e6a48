import type { CrosstabAnswer } from '../contract/crosstab.ts';
import { formatShare } from '../format/numbers.ts';
import { describeFlag } from '../format/wording.ts';
import type { Chart, ChartOptions } from './chart.ts';
import { classify, type ValueClass } from './classes.ts';
import { crosstabWords } from './crosstab-bars.ts';
import { crosstabTable } from './crosstab-table.ts';
import { emptyPlot } from './empty.ts';
import { fitPlot } from './fit.ts';
import { frameChart, innerWidth, type Plot } from './frame.ts';
import { type HeatCells, heatCells } from './heat-cells.ts';
import { cellLayers, hatchLayers, headLayers } from './heat-layers.ts';
import { layHeat } from './heat-layout.ts';
import { type LegendItem, plotLegend } from './legend.ts';
import { textLayer } from './marks.ts';
import { inkOn, type Theme, themes } from './theme.ts';
import { wholePercents } from './ticks.ts';
import { firstRows } from './told.ts';

const classWords = ({ low, high }: ValueClass, { language }: ChartOptions): string => {
  const [from, to] = [low, high].map((share) => formatShare(share, language, 0));
  return language === 'fr' ? `${from} à ${to}` : `${from} to ${to}`;
};

/** The classes on show, then what is hatched or withheld where there is some. */
function legendItems(
  { rows }: HeatCells,
  classes: readonly ValueClass[],
  theme: Theme,
  options: ChartOptions,
): LegendItem[] {
  const flags = new Set(rows.flatMap(({ cells }) => cells.map((cell) => cell?.flag ?? null)));
  const hatched = (flag: 'low-base' | 'suppressed', fill: string, hatch: string): LegendItem[] =>
    flags.has(flag) ? [{ text: describeFlag(flag, options.language), fill, hatch }] : [];
  const lowest = classes[0]?.colour ?? theme.blank;
  return [
    ...classes.map((each) => ({ text: classWords(each, options), fill: each.colour })),
    ...hatched('low-base', lowest, inkOn(lowest)),
    ...hatched('suppressed', theme.blank, theme.soft),
  ];
}

function plotHeat(
  table: HeatCells,
  classes: readonly ValueClass[],
  spare: number,
  packed: boolean,
  options: ChartOptions,
): Plot {
  if (table.rows.length === 0) return emptyPlot(options);
  const theme = themes[options.theme];
  const room = innerWidth(options);
  const layout = layHeat(table, room, spare, packed);
  const items = legendItems(table, classes, theme, options);
  const legend = plotLegend(items, -layout.left, 0, room, theme);
  const top = legend.height + 8 + layout.headHeight;
  return {
    data: [],
    layers: [
      ...plotLegend(items, -layout.left, -top, room, theme).layers,
      ...headLayers(layout, theme),
      ...cellLayers(layout, classes, theme, options),
      ...hatchLayers(layout, classes, theme),
      textLayer(layout.labels, { align: 'left', color: theme.ink }),
    ],
    width: room - layout.left,
    height: layout.height,
    left: layout.left,
    right: 0,
    top,
    bottom: 4,
    whole: layout.shownColumns === table.columns.length,
  };
}

/** A note for columns that there is no room for. */
function columnsNote(table: HeatCells, options: ChartOptions): string[] {
  const { shownColumns } = layHeat(table, innerWidth(options), 0);
  const { length } = table.columns;
  if (shownColumns === length) return [];
  return [
    options.language === 'fr'
      ? `${shownColumns} premières colonnes sur ${length}\u202f; les autres sont dans le tableau.`
      : `First ${shownColumns} columns of ${length}; the others are in the table.`,
  ];
}

/**
 * A cross-tab as a table whose cells are coloured by their share, each with its share and base: the values of a dimension
 * down, those of the other or the answers across. Hatched where the base is small, blank and hatched where it is too
 * small to give a figure.
 */
export function crosstabHeat(answer: CrosstabAnswer, options: ChartOptions): Chart {
  const table = heatCells(answer, options.language);
  const said = crosstabWords(answer, 'heat', options);
  const words = { ...said, notes: [...said.notes, ...columnsNote(table, options)] };
  const shares = table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.share ?? []));
  const classes = classify(shares, themes[options.theme].sequential, wholePercents);
  const fitAs = (packed: boolean) =>
    fitPlot(table.rows.length, words, options, (count, spare) =>
      plotHeat({ ...table, rows: firstRows(table.rows, count) }, classes, spare, packed, options),
    );
  const usual = fitAs(false);
  const fitted = options.height === undefined || usual.plot.whole === true ? usual : fitAs(true);
  const whole = columnsNote(table, options).length === 0 && (fitted.plot.whole ?? true);
  return frameChart(
    { ...fitted.plot, whole },
    fitted.words,
    crosstabTable(answer, options),
    options,
  );
}
