import type { Chart } from '../core/charts/chart.ts';
import { checkPublishable } from '../core/charts/publishable.ts';
import type { MetaAnswer } from '../core/contract/catalogue.ts';
import type { Share } from '../core/contract/share.ts';
import type { Language } from '../core/format/language.ts';
import { capitalise } from '../core/format/typography.ts';
import { escapeHtml } from './origin.ts';
import { searchOf } from './seals/address.ts';
import { digest, figuresOf } from './seals/seal.ts';

export interface Shared {
  chart: Chart;
  view: string;
  /** The view's and the picture's parameters. */
  query: Readonly<Record<string, unknown>>;
  page: string;
  /** Height of its picture in a column of text or wider, the tallest. */
  tallest: number;
  origin: string;
  apiRoot: string;
  language: Language;
  meta: MetaAnswer;
}

/** The digest of what a chart shows, short enough for an address. */
export const figuresMark = (chart: Chart): string =>
  digest(JSON.stringify(figuresOf(chart))).slice(0, 16);

/** What an embed says below its picture: the way to its table, the way back. */
export const belowPicture = 80;

/**
 * An iframe for a foreign page: titled, lazy, as wide as its place, as tall as it says it needs; where no script tells, as
 * tall as it is in a column of text, so that source and notice are read.
 */
export function iframeOf(
  address: string,
  { origin, chart, tallest }: Pick<Shared, 'origin' | 'chart' | 'tallest'>,
): string {
  const height = tallest + belowPicture;
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(chart.title)}" loading="lazy" width="100%" height="${height}" frameborder="0"></iframe>
<script async src="${escapeHtml(origin)}/embed-host.js"></script>`;
}

const bibtexText = (text: string): string => text.replace(/[{}\\%&#$_]/g, (sign) => `\\${sign}`);

/** How a chart is quoted, in a text and in BibTeX (whose braces keep the title's capitals), with the address of its page. */
export function cite({
  chart,
  page,
  origin,
  language,
  meta,
}: Pick<Shared, 'chart' | 'page' | 'origin' | 'language' | 'meta'>): {
  citation: string;
  bibtex: string;
} {
  const year = meta.builtAt.slice(0, 4);
  const address = origin + page;
  const quoted = language === 'fr' ? `«\u202f${chart.title}\u202f»` : `“${chart.title}”`;
  const version = language === 'fr' ? `entrepôt ${meta.version}` : `warehouse ${meta.version}`;
  return {
    citation: `${quoted}. ${chart.source} Numoscope, ${version}, ${address}`,
    bibtex: `@misc{numoscope-${figuresMark(chart)},
  title = {{${bibtexText(chart.title)}}},
  author = {{Numoscope}},
  year = {${year}},
  note = {${bibtexText(`${chart.source} ${capitalise(version)}.`)}},
  url = {${address}}
}`,
  };
}

/** The address of the page that a foreign page frames; `frozen` shows these figures or none. */
export function embedAddress(shared: Shared, frozen: boolean): string {
  const { chart, view, query, origin, meta } = shared;
  const mark = { version: meta.version, figures: figuresMark(chart) };
  return `${origin}/embed/${view}?${searchOf({ ...query, ...mark, ...(frozen ? { frozen: 'yes' } : {}) })}`;
}

/** The citation of a chart, whether it may be published, and its embed codes: live, frozen on its figures, and a plain picture. */
export function shareOf(shared: Shared): Share {
  const { chart, view, query, origin, apiRoot, page, meta, language } = shared;
  const picture = `${origin}${apiRoot}/charts/${view}.png?${searchOf(query)}`;
  return {
    title: chart.title,
    page: origin + page,
    figures: figuresMark(chart),
    version: meta.version,
    ...cite(shared),
    check: checkPublishable(chart, meta, language),
    embed: {
      live: iframeOf(embedAddress(shared, false), shared),
      frozen: iframeOf(embedAddress(shared, true), shared),
      image: `<a href="${escapeHtml(origin + page)}"><img src="${escapeHtml(picture)}" alt="${escapeHtml(chart.description)}" width="${chart.width}" height="${Math.ceil(chart.height)}" loading="lazy"></a>`,
    },
  };
}
