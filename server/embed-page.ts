import type { Chart } from '../core/charts/chart.ts';
import { partsOf } from '../core/format/french-parts.ts';
import type { Language } from '../core/format/language.ts';
import { escapeHtml } from './origin.ts';

/** What became of the figures since the chart was embedded. */
export type Standing = 'as-embedded' | 'revised' | 'withheld';

export interface EmbedPage {
  chart: Chart;
  language: Language;
  standing: Standing;
  /** The warehouse's version when it was embedded; null when the address does not say. */
  version: string | null;
  /** Widths of its picture and their addresses, the narrowest first. */
  pictures: readonly { width: number; height: number; address: string }[];
  page: string;
  theme: string;
}

const words = {
  fr: {
    revised: 'Ces chiffres ont été révisés depuis que ce graphique a été placé ici',
    withheld:
      'Ce graphique était figé sur des chiffres qui ont été révisés depuis : il n’est plus montré ici.',
    warehouse: 'entrepôt',
    table: 'Les chiffres',
    more: 'Explorer ces chiffres sur Numoscope',
    failed: 'Ce graphique ne peut pas être montré',
    home: 'Aller sur Numoscope',
  },
  en: {
    revised: 'These figures have been revised since this chart was placed here',
    withheld:
      'This chart was frozen on figures that have been revised since: it is no longer shown here.',
    warehouse: 'warehouse',
    table: 'The figures',
    more: 'Explore these figures on Numoscope',
    failed: 'This chart cannot be shown',
    home: 'Go to Numoscope',
  },
} as const;

/** Text of a chart as HTML, its French parts marked on an English page. */
function marked(text: string, { surveyWords }: Chart, language: Language): string {
  if (language === 'fr') return escapeHtml(text);
  return partsOf(text, surveyWords)
    .map((part, place) =>
      place % 2 === 1 ? `<span lang="fr">${escapeHtml(part)}</span>` : escapeHtml(part),
    )
    .join('');
}

function writeTable(chart: Chart, language: Language): string {
  const { table } = chart;
  const head = table.columns.map(({ label }) => `<th scope="col">${escapeHtml(label)}</th>`);
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${marked(cell, chart, language)}</td>`).join('')}</tr>`,
  );
  return `<table><caption>${marked(table.caption, chart, language)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function writePicture({ pictures, chart }: EmbedPage): string {
  const widest = pictures.at(-1);
  if (widest === undefined) return '';
  const sources = pictures.slice(0, -1).map(({ width, height, address }, index) => {
    const next = pictures[index + 1]?.width ?? width;
    return `<source media="(max-width: ${next - 1}px)" srcset="${escapeHtml(address)}" width="${width}" height="${height}">`;
  });
  return `<picture>${sources.join('')}<img src="${escapeHtml(widest.address)}" alt="${escapeHtml(chart.description)}" width="${widest.width}" height="${widest.height}"></picture>`;
}

/** A chart as a page for a foreign page's frame: a picture, its table, its way back; whole without scripts. */
export function writeEmbedPage(embed: EmbedPage): string {
  const { chart, language, standing, version, page, theme } = embed;
  const t = words[language];
  const from = version === null ? '' : ` (${t.warehouse} ${version})`;
  const notice =
    standing === 'as-embedded'
      ? ''
      : `<p class="revised" role="note">${escapeHtml(standing === 'revised' ? `${t.revised}${from}.` : t.withheld)}</p>`;
  const shown =
    standing === 'withheld'
      ? ''
      : `<figure>${writePicture(embed)}</figure><details><summary>${t.table}</summary><div class="scroll" tabindex="0" role="region" aria-label="${t.table}">${writeTable(chart, language)}</div></details>`;
  return framed({
    language,
    theme,
    title: escapeHtml(chart.title),
    body: `<h1>${marked(chart.title, chart, language)}</h1>
${notice}${shown}
<p><a href="${escapeHtml(page)}" target="_blank" rel="noopener">${t.more}</a></p>`,
  });
}

/** What a frame shows in the place of a chart that cannot be drawn: why, for its readers as for who placed it. */
export function writeEmbedFailure(detail: string, language: Language, theme: string): string {
  const t = words[language];
  return framed({
    language,
    theme,
    title: t.failed,
    body: `<h1 class="failed">${t.failed}</h1>
<p>${escapeHtml(detail)}</p>
<p><a href="/" target="_blank" rel="noopener">${t.home}</a></p>`,
  });
}

function framed(page: { language: Language; theme: string; title: string; body: string }): string {
  return `<!doctype html>
<html lang="${page.language}" class="${page.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/embed.css">
<script defer src="/embed.js"></script>
</head>
<body>
<main>
${page.body}
</main>
</body>
</html>
`;
}
