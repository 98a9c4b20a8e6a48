import type { Language } from '../format/language.ts';
import { describeFlag } from '../format/wording.ts';
import type { ChartOptions } from './chart.ts';
import { type Layer, textAt } from './frame.ts';
import type { MapPlan } from './map-plot.ts';
import { textLayer } from './marks.ts';
import type { MapLayout } from './outlines/layout.ts';
import { balanceText, measureText } from './text.ts';
import { themes } from './theme.ts';

const SIZE = 14;
const TOP_LINE = 26;
/** Between the lines of one name, and between a name and its figure. */
const NAME_LINE = 17;
const NAME_GAP = 12;
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

/** A figure by name, in as many lines as its column makes of it, the first at `y`. */
interface Leader {
  readonly name: readonly string[];
  readonly valueText: string;
  readonly baseText: string;
  readonly y: number;
}

/** At most so many figures, one under the other, their names no wider than the room that the values leave. */
function placeLeaders(plan: MapPlan, most: number, room: number, language: Language): Leader[] {
  const named = namedOf(plan, most);
  const valueRoom = Math.max(...named.map(({ valueText }) => measureText(valueText, SIZE, 600)));
  let next = 14 + TOP_LINE;
  return named.map(({ label, valueText, baseText, flag, apart }) => {
    const caution = describeFlag(flag, language);
    const said = caution === '' ? label : `${label} (${caution})`;
    const name = balanceText(said, room - valueRoom - NAME_GAP, SIZE);
    const y = next + (apart ? TOLD_GAP : 0);
    next = y + TOP_LINE + (name.length - 1) * NAME_LINE;
    return { name, valueText, baseText, y };
  });
}

/** As many figures as the map is high. */
function fitLeaders(plan: MapPlan, height: number, room: number, language: Language): Leader[] {
  for (let most = Math.min(10, Math.floor(height / TOP_LINE) - 1); most > 0; most -= 1) {
    const leaders = placeLeaders(plan, most, room, language);
    const last = leaders.at(-1);
    if (last === undefined || last.y + (last.name.length - 1) * NAME_LINE <= height) return leaders;
  }
  return [];
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
  const based = plan.figures.some(({ value, baseText }) => value !== null && baseText !== '');
  const end = left + width - (based ? BASE_ROOM : 0);
  const leaders = fitLeaders(plan, layout.height, end - left, language);
  if (leaders.length === 0) return [];
  const { highest, base } = words[language];
  const names = leaders.flatMap(({ name: lines, y }) =>
    lines.map((text, line) => ({ text, x: left, y: y + line * NAME_LINE, key: '' })),
  );
  const column = (part: 'valueText' | 'baseText', x: number) =>
    leaders.map((leader) => ({ text: leader[part], x, y: leader.y, key: '' }));
  return [
    textAt(highest, left, 14, { fontSize: 14, fontWeight: 600, color: theme.ink }),
    ...(based
      ? [textAt(base, left + width, 14, { fontSize: 13, color: theme.soft, align: 'right' })]
      : []),
    textLayer(names, { align: 'left', color: theme.ink }),
    textLayer(column('valueText', end), { align: 'right', color: theme.ink, fontWeight: 600 }),
    textLayer(column('baseText', left + width), { align: 'right', color: theme.soft }),
  ];
}
