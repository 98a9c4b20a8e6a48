import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { None, parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Chart } from '../core/charts/chart.ts';
import { partsOfLine } from '../core/format/french-parts.ts';
import type { Language } from '../core/format/language.ts';

function findFonts(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const fonts = join(folder, 'data', 'fonts');
    if (existsSync(fonts)) return fonts;
    if (folder === dirname(folder)) throw new Error('The folder data/fonts is missing.');
  }
}

const fonts = findFonts();
const weights = [400, 600] as const;

/** The font files that pictures are drawn with, by weight. */
export const fontFiles = weights.map((weight): [number, string] => [
  weight,
  join(fonts, `source-sans-3-${weight}.ttf`),
]);

const faces = weights
  .map((weight) => {
    const data = readFileSync(join(fonts, `source-sans-3-${weight}.woff2`)).toString('base64');
    return `@font-face{font-family:"Source Sans 3";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  })
  .join('');

/**
 * The specification as Vega's SVG, without fonts. Every text of our charts has a given place, so nothing depends on how
 * the machine measures text.
 */
export async function drawVega(spec: TopLevelSpec): Promise<string> {
  const { spec: vega } = compile(spec);
  const view = new View(parse(vega), { renderer: 'none', logLevel: None });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const open = /<svg([^>]*) width="([\d.]+)" height="([\d.]+)"([^>]*)>/;

const openText = /(<text[^>]*>)([^<]+)(<\/text>)/g;

const plainXml = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** The drawing with its language, and its French parts marked in an English one. */
function markLanguages(svg: string, surveyWords: readonly string[], language: Language): string {
  const spoken = svg.replace('<svg', `<svg lang="${language}" xml:lang="${language}"`);
  if (language === 'fr') return spoken;
  return spoken.replace(openText, (_, start: string, words: string, end: string) => {
    const parts = partsOfLine(plainXml(words), surveyWords).map((part, place) =>
      place % 2 === 1
        ? `<tspan lang="fr" xml:lang="fr">${escapeXml(part)}</tspan>`
        : escapeXml(part),
    );
    return start + parts.join('') + end;
  });
}

/** The chart as an SVG that stands alone: `zoom` times as large as drawn, fonts inside, named for screen readers. */
export async function renderSvg(
  { spec, title, description, surveyWords }: Chart,
  zoom: number,
  language: Language,
): Promise<string> {
  const svg = markLanguages(await drawVega(spec), surveyWords, language);
  const head = `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc><defs><style>${faces}</style></defs>`;
  return svg.replace(open, (_, before: string, width: string, height: string, after: string) => {
    const [wide, high] = [width, height].map((size) => Math.round(Number(size) * zoom));
    return `<svg role="img"${before} width="${wide}" height="${high}"${after}>${head}`;
  });
}

/** The plot as an SVG for a page that has the fonts, described for screen readers. */
export async function renderSketch({ spec, description }: Chart): Promise<string> {
  const svg = await drawVega(spec);
  return svg.replace(/<svg[^>]*>/, (head) => `${head}<desc>${escapeXml(description)}</desc>`);
}

/** The chart as a PNG `zoom` times as large as drawn, by the fonts of `data/fonts` only. */
export async function renderPng(spec: TopLevelSpec, zoom: number): Promise<Buffer> {
  const svg = (await drawVega(spec))
    // The semi-bold file calls itself a family of its own, and the renderer looks fonts up by that name.
    .replace(
      /font-family="[^"]*"(?=[^>]*font-weight="600")/g,
      'font-family="Source Sans 3 SemiBold"',
    )
    // The font has no narrow no-break space, and the renderer's own is too thin to part thousands.
    .replaceAll('\u202f', '\u00a0');
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles.map(([, file]) => file),
      defaultFontFamily: 'Source Sans 3',
    },
  });
  return Buffer.from(image.render().asPng());
}
