import type { Flag } from '../contract/vocabulary.ts';
import { describeFlag } from '../format/wording.ts';
import type { ChartOptions, ChartWords } from './chart.ts';
import { classify, classOf, type ValueClass } from './classes.ts';
import { innerHeight, innerWidth, type Layer, type Plot, textAt } from './frame.ts';
import { type LegendItem, plotLegend } from './legend.ts';
import { topLayers } from './map-leaders.ts';
import { MAINLAND } from './outlines/geometry.ts';
import { hatchLines } from './outlines/hatch.ts';
import { layMap, type MapLayout, placeCodes } from './outlines/layout.ts';
import { measureText } from './text.ts';
import { type Theme, themes } from './theme.ts';

/** The figure of one territory. */
export interface MapFigure {
  code: string;
  key: string;
  label: string;
  value: number | null;
  valueText: string;
  /** Respondents; empty where there is none to name. */
  baseText: string;
  flag: Flag;
}

export interface MapPlan {
  level: 'department' | 'region';
  figures: readonly MapFigure[];
  /** A class limit in words. */
  limit: (value: number) => string;
  /** What limits are written in: see `niceTicks`. */
  unit: number;
  /** The place that the title is about. */
  told?: string | undefined;
}

const PROJECTION: { type: 'identity'; scale: number; translate: [number, number] } = {
  type: 'identity',
  scale: 1,
  translate: [0, 0],
};

const BELOW = 4;
/** Lower than this, names of insets lie over the country: a picture enlarged less has room for more. */
const LEAST_HEIGHT = 300;

interface Painted {
  figure: MapFigure | undefined;
  fill: string;
  hatch: string | undefined;
}

function paint(
  figure: MapFigure | undefined,
  classes: readonly ValueClass[],
  theme: Theme,
): Painted {
  const found = figure?.value == null ? undefined : classOf(figure.value, classes);
  const fill = found?.colour ?? theme.blank;
  if (figure?.flag === 'suppressed') return { figure, fill, hatch: theme.soft };
  return { figure, fill, hatch: figure?.flag === 'low-base' ? theme.background : undefined };
}

function features(
  layout: MapLayout,
  painted: ReadonlyMap<string, Painted>,
  theme: Theme,
): Record<string, unknown>[] {
  return layout.places.map(({ code, shape }) => {
    const { figure, fill } = painted.get(code) ?? { figure: undefined, fill: theme.blank };
    return {
      type: 'Feature',
      key: figure?.key ?? '',
      code,
      label: figure?.label ?? code,
      value: figure?.value ?? null,
      text: figure?.valueText ?? '',
      flag: figure?.flag ?? null,
      fill,
      geometry: {
        type: 'MultiPolygon',
        coordinates: shape.map((ring) => [[...ring, ring[0]]]),
      },
    };
  });
}

function hatchLayer(layout: MapLayout, painted: ReadonlyMap<string, Painted>): Layer[] {
  const values = layout.places.flatMap(({ code, shape }) => {
    const hatch = painted.get(code)?.hatch;
    if (hatch === undefined) return [];
    const coordinates = hatchLines(shape, 5).map((line) =>
      line.map((point) => point.map((value) => Math.round(value * 10) / 10)),
    );
    return [{ type: 'Feature', stroke: hatch, geometry: { type: 'MultiLineString', coordinates } }];
  });
  if (values.length === 0) return [];
  return [
    {
      data: { values },
      projection: PROJECTION,
      mark: { type: 'geoshape', filled: false, strokeWidth: 1.1 },
      encoding: { stroke: { field: 'stroke', type: 'nominal', scale: null } },
    },
  ];
}

function insetLayers(layout: MapLayout, theme: Theme): Layer[] {
  const frames: Layer = {
    data: {
      values: layout.insets.map((inset) => ({
        x: inset.left,
        y: inset.top,
        x2: inset.left + inset.width,
        y2: inset.top + inset.height,
      })),
    },
    mark: { type: 'rect', filled: false, stroke: theme.faint, strokeWidth: 1 },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: null },
      y: { field: 'y', type: 'quantitative', scale: null },
      x2: { field: 'x2' },
      y2: { field: 'y2' },
    },
  };
  const words = layout.insets.map((inset) => {
    const right = inset.left + inset.width > layout.width - 2;
    const size = inset.width < 60 ? 10 : 11;
    // Over a small map a long name would lie on the country: its first word has room.
    const long = measureText(inset.label, size) > layout.width * 0.4;
    const name = right && long ? (inset.label.split(' ')[0] ?? '') : inset.label;
    return textAt(name, right ? inset.left + inset.width : inset.left, inset.top - 4, {
      fontSize: size,
      color: theme.soft,
      align: right ? 'right' : 'left',
    });
  });
  return [frames, ...words];
}

function legendItems(
  plan: MapPlan,
  classes: readonly ValueClass[],
  absent: boolean,
  { language, theme: name }: ChartOptions,
): LegendItem[] {
  const theme = themes[name];
  const has = (flag: Flag): boolean => plan.figures.some((figure) => figure.flag === flag);
  const to = language === 'fr' ? ' à ' : ' to ';
  return [
    ...classes.map(({ low, high, colour }) => ({
      text:
        low === high
          ? plan.limit(low)
          : `${plan.limit(low).replace(/[\s\u202f]?%$/, '')}${to}${plan.limit(high)}`,
      fill: colour,
    })),
    ...(has('low-base')
      ? [
          {
            text: describeFlag('low-base', language),
            fill: theme.sequential[3] ?? '',
            hatch: theme.background,
          },
        ]
      : []),
    ...(has('suppressed')
      ? [{ text: describeFlag('suppressed', language), fill: theme.blank, hatch: theme.soft }]
      : []),
    ...(absent
      ? [{ text: language === 'fr' ? 'pas de réponse' : 'no answer', fill: theme.blank }]
      : []),
  ];
}

/** The map as wide as it can be in that room; insets beside it where height is what lacks. */
function fitMap(plan: MapPlan, room: number, height: number | null): MapLayout {
  const grouped = plan.figures.some(({ code }) => code === '93+94');
  const portrait = layMap(plan.level, Math.min(room, 640), 'below', grouped);
  if (height === null || portrait.height <= height) return portrait;
  const beside = Math.min(room, (height * MAINLAND.width) / MAINLAND.height / 0.85);
  return layMap(plan.level, Math.max(200, beside), 'beside', grouped);
}

/** A map of departments or regions by class, overseas and Paris in insets, hatched where the base is small. */
export function plotMap(plan: MapPlan, words: ChartWords, options: ChartOptions): Plot {
  const theme = themes[options.theme];
  const room = innerWidth(options);
  const values = plan.figures.flatMap(({ value }) => (value === null ? [] : [value]));
  const classes = classify(values, theme.sequential, plan.unit);
  const byCode = new Map(plan.figures.map((figure) => [figure.code, figure]));
  const absent = placeCodes(plan.level, byCode.has('93+94')).some((code) => !byCode.has(code));
  const items = legendItems(plan, classes, absent, options);
  const top = plotLegend(items, 0, 0, room, theme).height + 8;
  const available = innerHeight(words, options);
  const layout = fitMap(plan, room, available === null ? null : available - top - BELOW);
  const painted = new Map(
    layout.places.map(({ code }) => [code, paint(byCode.get(code), classes, theme)]),
  );
  return {
    data: features(layout, painted, theme),
    layers: [
      {
        projection: PROJECTION,
        mark: { type: 'geoshape', stroke: theme.background, strokeWidth: 0.7 },
        encoding: { fill: { field: 'fill', type: 'nominal', scale: null } },
      },
      ...hatchLayer(layout, painted),
      {
        transform: [{ filter: "datum.key !== '' && focused === datum.key" }],
        projection: PROJECTION,
        mark: { type: 'geoshape', filled: false, stroke: theme.ink, strokeWidth: 2.5 },
      },
      ...insetLayers(layout, theme),
      ...topLayers(plan, layout, room, options),
      ...plotLegend(items, 0, -top, room, theme).layers,
    ],
    width: layout.width,
    height: layout.height,
    left: 0,
    right: room - layout.width,
    top,
    bottom: BELOW,
    whole: available === null || layout.height >= LEAST_HEIGHT,
  };
}
