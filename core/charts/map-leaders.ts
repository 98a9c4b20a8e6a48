import { describeFlag } from '../format/wording.ts';
import type { ChartOptions } from './chart.ts';
import { type Layer, textAt } from './frame.ts';
import type { MapPlan } from './map-plot.ts';
import { textLayer } from './marks.ts';
import type { MapLayout } from './outlines/layout.ts';
import { themes } from './theme.ts';

const TOP_LINE = 26;
/** Between the highest and the place that the title tells. */
const TOLD_GAP = 8;
/** Room for the base, after the figure. */
const BASE_ROOM = 66;

const words = {
  fr: { highest: 'En tête', base: 'Base n' },
  en: { highest: 'Highest', base: 'Base n' },
} as const;

/** The highest figures, and last, set apart from them, the one that the title tells where it is none of them. */
function namedOf({ figures, told }: MapPlan, most: number) {
  const known = figures
    .filter(({ value }) => value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .map((figure) => ({ ...figure, apart: false }));
  const later = known.slice(Math.max(0, most)).find(({ code }) => code === told);
  if (later === undefined || most < 1) return known.slice(0, Math.max(0, most));
  return [...known.slice(0, most - 1), { ...later, apart: true }];
}

/** Beside a map that leaves room at its right, the highest figures by name, each with its base and its caution. */
export function topLayers(
  plan: MapPlan,
  layout: MapLayout,
  room: number,
  { language, theme: name }: ChartOptions,
): Layer[] {
  const left = layout.width + 48;
  const width = Math.min(420, room - left);
  if (width < 260) return [];
  const theme = themes[name];
  const named = namedOf(plan, Math.min(10, Math.floor(layout.height / TOP_LINE) - 1));
  if (named.length === 0) return [];
  const based = named.some(({ baseText }) => baseText !== '');
  const end = left + width - (based ? BASE_ROOM : 0);
  const { highest, base } = words[language];
  const lines = named.map(({ label, valueText, baseText, flag, apart }, index) => {
    const caution = describeFlag(flag, language);
    return {
      label: caution === '' ? label : `${label} (${caution})`,
      valueText,
      baseText,
      y: 14 + (index + 1) * TOP_LINE + (apart ? TOLD_GAP : 0),
    };
  });
  const column = (part: 'label' | 'valueText' | 'baseText', x: number) =>
    lines.map((line) => ({ text: line[part], x, y: line.y, key: '' }));
  return [
    textAt(highest, left, 14, { fontSize: 14, fontWeight: 600, color: theme.ink }),
    ...(based
      ? [textAt(base, left + width, 14, { fontSize: 13, color: theme.soft, align: 'right' })]
      : []),
    textLayer(column('label', left), { align: 'left', color: theme.ink }),
    textLayer(column('valueText', end), { align: 'right', color: theme.ink, fontWeight: 600 }),
    textLayer(column('baseText', left + width), { align: 'right', color: theme.soft }),
  ];
}
