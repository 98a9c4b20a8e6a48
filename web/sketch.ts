import type { ThemeName } from '../core/charts/theme.ts';
import type { Language } from '../core/format/language.ts';
import type { ChartRequest } from './draw.ts';
import { addressOf } from './resource.ts';

/** A chart drawn by the server: the page shows it before it has the means to draw, and points at nothing in it. */
export interface Sketch {
  element: Element;
  description: string;
  height: number;
}

interface Place {
  width: number;
  theme: ThemeName;
  lang: Language;
}

/** What the server calls each kind of chart. */
const shapes: Record<ChartRequest['kind'], string> = {
  ranking: 'bars',
  dots: 'dots',
  map: 'map',
  gaps: 'bars',
  dumbbell: 'dumbbell',
  crosstab: 'bars',
  trend: 'lines',
  slope: 'slope',
};

/** Widths that differ by less are one picture, drawn once for all readers. */
const widthStep = 8;

/** The width of the picture that fits, drawn there or here: what is drawn in place of a sketch moves nothing. */
export const sketchWidth = (available: number): number =>
  Math.floor(available / widthStep) * widthStep;

/** The narrowest picture that the server draws. */
const narrowest = 280;

/** Where the server draws a chart; null for one of figures that the page put together itself. */
export function sketchAddress(request: ChartRequest, { width, theme, lang }: Place): string | null {
  const url = addressOf(request.answer);
  if (url === null || 'atLeast' in request || width < narrowest) return null;
  const { pathname, searchParams } = new URL(url, window.location.origin);
  const [view] = pathname.split('/').slice(-1);
  searchParams.set('shape', shapes[request.kind]);
  searchParams.set('width', String(width));
  if (theme !== 'light') searchParams.set('theme', theme);
  if (lang !== 'fr') searchParams.set('lang', lang);
  return `${pathname.replace(/[^/]+$/, '')}charts/${view}.sketch.svg?${searchParams}`;
}

/** Fetches a sketch. @throws when the server does not draw it. */
export async function fetchSketch(address: string, signal: AbortSignal): Promise<Sketch> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const parsed = new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
  const element = document.importNode(parsed.documentElement, true);
  return {
    element,
    description: element.querySelector('desc')?.textContent ?? '',
    height: Number(element.getAttribute('height')),
  };
}
