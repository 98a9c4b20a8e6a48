import type { RawQuery } from '../core/contract/parse-query.ts';
import { readSitePath } from '../core/contract/site-paths.ts';
import { display } from '../core/format/typography.ts';
import type { Catalogue } from '../warehouse/catalogue.ts';
import { escapeHtml } from './origin.ts';
import type { PageChart } from './page-chart.ts';
import { readSearch, searchOf } from './seals/address.ts';

type Lang = 'fr' | 'en';

const words = {
  fr: {
    lead: 'Sans JavaScript, une page montre son graphique ; le reste du site (filtres, cartes, recherche) en a besoin.',
    demonstration:
      'Données de démonstration (synthétiques) : ces chiffres ne sont pas ceux de l’enquête.',
    picture: 'Graphique de Numoscope :',
    table: 'Ce graphique, sa description et le tableau de ses chiffres',
    csv: 'Les mêmes chiffres en CSV',
    chapters: 'Les chapitres',
    questions: 'Les questions de ce chapitre',
    site: 'Numoscope',
    ways: [
      ['/', 'Accueil'],
      ['/chapitre', 'Chapitres'],
      ['/bouge', 'Ce qui a bougé'],
      ['/accessibilite', 'Accessibilité'],
      ['/api/docs', 'API, en JSON et en CSV'],
    ],
  },
  en: {
    lead: 'Without JavaScript, a page shows its chart; the rest of the site (filters, maps, search) needs it.',
    demonstration: 'Demonstration data (synthetic): these figures are not the survey’s.',
    picture: 'A chart by Numoscope:',
    table: 'This chart, its description and the table of its figures',
    csv: 'The same figures as CSV',
    chapters: 'The chapters',
    questions: 'The questions of this chapter',
    site: 'Numoscope',
    ways: [
      ['/', 'Front page'],
      ['/chapitre', 'Chapters'],
      ['/bouge', 'What moved'],
      ['/accessibilite', 'Accessibility'],
      ['/api/docs', 'API, in JSON and CSV'],
    ],
  },
} as const;

const spoken = (lang: Lang): RawQuery => (lang === 'en' ? { lang } : {});

const withSearch = (path: string, query: RawQuery): string => {
  const search = searchOf(query);
  return escapeHtml(search === '' ? path : `${path}?${search}`);
};

const link = (href: string, text: string, french = false): string =>
  `<a href="${href}"${french ? ' lang="fr"' : ''}>${escapeHtml(text)}</a>`;

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** The page's chart as a picture, and the two ways to its figures: a table to read, a file to keep. */
function figure({ view, raw }: PageChart, named: string, apiRoot: string, lang: Lang): string {
  const t = words[lang];
  const { shape: _, ...figures } = raw;
  const format = lang === 'fr' ? 'csv-fr' : 'csv';
  const drawn = { ...raw, ...spoken(lang) };
  const picture = withSearch(`${apiRoot}/charts/${view}.svg`, { ...drawn, width: '800' });
  const file = withSearch(`${apiRoot}/${view}`, { ...figures, ...spoken(lang), format });
  const ways = [link(withSearch(`/embed/${view}`, drawn), t.table), link(file, t.csv)];
  return `<img src="${picture}" alt="${escapeHtml(display(`${t.picture} ${named}`, lang))}">${list(ways)}`;
}

/** The questions of a chapter, each its page; or the chapters, where a page is about neither. */
function contents(path: string, catalogue: Catalogue, lang: Lang): string {
  const t = words[lang];
  const all = [...catalogue.questions.values()];
  const chapter = readSitePath(path)?.chapter;
  const labelled = (href: string, label: string) =>
    link(withSearch(href, spoken(lang)), display(label, 'fr'), lang === 'en');
  if (chapter !== undefined) {
    const own = all.filter((question) => question.chapter === chapter);
    const items = own.map(({ question, label }) => labelled(`/question/${question}`, label));
    return items.length === 0 ? '' : `<h2>${t.questions}</h2>${list(items)}`;
  }
  const labels = new Map(all.map((question) => [question.chapter, question.chapterLabel]));
  const items = [...labels]
    .sort(([a], [b]) => a - b)
    .map(([code, label]) => labelled(`/chapitre/${code}`, label));
  return `<h2>${t.chapters}</h2>${list(items)}`;
}

/**
 * What a reader without scripts sees at an address: its title, its chart drawn by the server, the ways to the table and
 * the file of its figures, and links that lead to other charts.
 */
export function writeWithoutScript(
  address: string,
  catalogue: Catalogue,
  page: { chart: PageChart | null; named: string; pictured: string; apiRoot: string; lang: Lang },
): string {
  const { chart, named, pictured, apiRoot, lang } = page;
  const t = words[lang];
  const path = readSearch(address).path.replace(/\/+$/, '');
  const ways = t.ways.map(([href, text]) => link(withSearch(href, spoken(lang)), text));
  const synthetic = catalogue.meta.get('origin') === 'demonstration';
  return `<noscript>
      <main class="noscript">
        ${named === t.site ? '' : `<p>${link(withSearch('/', spoken(lang)), t.site)}</p>`}
        <h1>${escapeHtml(named)}</h1>
        ${synthetic ? `<p class="banner">${escapeHtml(display(t.demonstration, lang))}</p>` : ''}
        ${chart === null ? '' : figure(chart, pictured, apiRoot, lang)}
        <p>${escapeHtml(display(t.lead, lang))}</p>
        ${contents(path, catalogue, lang)}
        <nav>${list(ways)}</nav>
      </main>
    </noscript>`;
}
