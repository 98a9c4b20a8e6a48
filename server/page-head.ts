import { readSitePath, type SitePath } from '../core/contract/site-paths.ts';
import { namePopulation } from '../core/format/populations.ts';
import { display } from '../core/format/typography.ts';
import type { Catalogue } from '../warehouse/catalogue.ts';
import { escapeHtml } from './origin.ts';
import { chartOfPage, type PageChart } from './page-chart.ts';
import { writeWithoutScript } from './page-without-script.ts';
import { readSearch, searchOf } from './seals/address.ts';

const site = {
  fr: {
    name: 'Numoscope',
    description:
      'Le Baromètre France Num, toutes éditions réunies : des parts pondérées, leurs intervalles et leurs bases, par département, région, secteur et taille.',
    movers: 'Ce qui a bougé dans les TPE et PME',
    compare: 'Ce qui distingue un profil d’entreprises',
    portrait: (population: string) => `Portrait des ${population}`,
    ranking: 'Un classement sur plusieurs critères',
    picture: 'Graphique de Numoscope',
  },
  en: {
    name: 'Numoscope',
    description:
      'The Baromètre France Num, all editions together: weighted shares with their intervals and bases, by department, region, sector and size.',
    movers: 'What moved among small and medium enterprises',
    compare: 'What sets a profile of enterprises apart',
    portrait: (population: string) => `Portrait of ${population}`,
    ranking: 'A ranking on several criteria',
    picture: 'A chart by Numoscope',
  },
} as const;

const picture = { width: 1200, height: 628 };

function titleOf(
  chart: PageChart | null,
  portrait: SitePath['portrait'] | null,
  catalogue: Catalogue,
  lang: 'fr' | 'en',
): string {
  const words = site[lang];
  if (portrait) {
    return words.portrait(namePopulation({ [portrait.dimension]: [portrait.key] }, {}, lang));
  }
  if (chart === null) return words.name;
  if (chart.view === 'movers' || chart.view === 'compare') return words[chart.view];
  if (chart.view === 'stories') {
    return (
      [...catalogue.questions.values()]
        .filter(({ chapter }) => String(chapter) === chart.raw.chapter)
        .map(({ chapterLabel }) => display(chapterLabel, lang))[0] ?? words.name
    );
  }
  const question = catalogue.questions.get(Number(chart.raw.question));
  return question === undefined ? words.ranking : display(question.label, lang);
}

/** The picture of a page about no chart: what moved, where there are two editions to tell. */
const lastMoves = ({ editions }: Catalogue): PageChart | null =>
  editions.size > 1 ? { view: 'movers', raw: {} } : null;

function pictureTags(
  chart: PageChart | null,
  named: string,
  api: string,
  lang: 'fr' | 'en',
): [string, string][] {
  if (chart === null) return [];
  const search = searchOf({ ...chart.raw, ...picture, ...(lang === 'en' ? { lang } : {}) });
  return [
    ['og:image', `${api}/charts/${chart.view}.png?${search}`],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(picture.width)],
    ['og:image:height', String(picture.height)],
    ['og:image:alt', `${site[lang].picture} : ${named}`],
    ['twitter:card', 'summary_large_image'],
  ];
}

/** What the server writes into the built page: all of it escaped. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  readonly lang: 'fr' | 'en';
  readonly tags: string;
  readonly withoutScript: string;
}

/**
 * The head of the page at an address, so that its link unfurls with a title and the very chart it shows: title, Open
 * Graph and Twitter tags, oEmbed. Nothing is computed for it: the finding is in the picture, drawn when it is fetched.
 */
export function writePageHead(
  address: string,
  catalogue: Catalogue,
  origin: string,
  apiRoot: string,
): PageHead {
  const lang: 'fr' | 'en' = readSearch(address).query.lang === 'en' ? 'en' : 'fr';
  const chart = chartOfPage(address);
  const portrait = readSitePath(readSearch(address).path)?.portrait ?? null;
  const named = titleOf(chart, portrait, catalogue, lang);
  const title = named === site[lang].name ? named : `${named} – ${site[lang].name}`;
  const properties: [string, string][] = [
    ['og:site_name', site[lang].name],
    ['og:type', 'website'],
    ['og:locale', lang === 'fr' ? 'fr_FR' : 'en_GB'],
    ['og:title', title],
    ['og:description', site[lang].description],
    ['og:url', origin + address],
  ];
  properties.push(...pictureTags(chart ?? lastMoves(catalogue), named, origin + apiRoot, lang));
  const metas = properties.map(([name, content]) => {
    const key = name.startsWith('og:') ? 'property' : 'name';
    return `<meta ${key}="${name}" content="${escapeHtml(content)}">`;
  });
  const oembed = `${origin}/oembed?${searchOf({ url: origin + address })}`;
  const link = `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(oembed)}">`;
  // The demonstration's banner is on the page before any request, and pushes nothing down when it is answered.
  const survey = escapeHtml(catalogue.meta.get('origin') ?? '');
  metas.push(`<meta name="numoscope:origin" content="${survey}">`);
  const tags = [...metas, ...(chart === null ? [] : [link])].join('\n    ');
  const withoutScript = writeWithoutScript(address, catalogue, {
    chart: chart ?? lastMoves(catalogue),
    named,
    pictured: chart === null ? site[lang].movers : named,
    apiRoot,
    lang,
  });
  const description = escapeHtml(site[lang].description);
  return { title: escapeHtml(title), description, lang, tags, withoutScript };
}

/** The built page with that head in it, after its own links those to what it needs next, and what it is without scripts. */
export function putHead(html: string, head: PageHead, preloads: readonly string[]): string {
  return html
    .replace('</head>', () => `  ${preloads.join('\n    ')}\n  </head>`)
    .replace(
      /(<meta\s+name="description"\s+content=")[^"]*/,
      (_, start) => start + head.description,
    )
    .replace(/<noscript>[\s\S]*<\/noscript>/, () => head.withoutScript)
    .replace(/<html lang="[a-z]+"/, () => `<html lang="${head.lang}"`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${head.title}</title>\n    ${head.tags}`);
}
