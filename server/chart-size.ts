import type { Chart, ChartOptions } from '../core/charts/chart.ts';

/** A chart and how many times larger than drawn it is to be shown. */
export interface SizedChart {
  readonly chart: Chart;
  readonly zoom: number;
}

/** Enlargements tried, the largest first. */
const zooms = [2.5, 2, 1.75, 1.5, 1.25, 1];
/** Narrower than this, drawn, a picture of fixed size would be laid out as for a phone. */
const narrowest = 480;
/** Text drawn for this width reads well when the picture is shown small, as on a social network. */
const comfortable = 960;

/**
 * Draws a picture of fixed size as large as its content allows: a slide or a square holds few words, big, rather than
 * the same words as a page and a void. When not all rows fit whatever the size, those that fit at a comfortable one.
 */
export function sizeChart(
  draw: (options: ChartOptions) => Chart,
  options: ChartOptions,
): SizedChart {
  const { width, height } = options;
  if (height === undefined) return { chart: draw(options), zoom: 1 };
  const drawAt = (zoom: number): Chart =>
    draw({ ...options, width: width / zoom, height: height / zoom });
  for (const zoom of zooms) {
    if (zoom > 1 && width / zoom < narrowest) continue;
    const chart = drawAt(zoom);
    if (chart.whole && chart.height <= height / zoom) return { chart, zoom };
  }
  const zoom = Math.max(1, width / comfortable);
  return { chart: drawAt(zoom), zoom };
}
