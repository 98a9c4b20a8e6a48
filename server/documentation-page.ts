import type { Language } from '../core/format/language.ts';
import { display } from '../core/format/typography.ts';
import { apiRoot } from './answer-routes.ts';
import { countsEndpoint } from './counts-route.ts';
import { sayInEnglish } from './documentation-english.ts';
import { type DocumentationWords, documentationWords } from './documentation-words.ts';
import { endpoints } from './endpoints.ts';
import { countsParameters, parametersOf, pictures } from './openapi.ts';
import { packageEndpoint } from './package-route.ts';
import type { Parameter } from './parameters.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** What a description names between backticks is code. */
const prose = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

function describeType({ schema }: Parameter, words: DocumentationWords): string {
  const repeats = schema.type === 'array';
  const inner = (repeats ? schema.items : schema) as {
    type?: string;
    enum?: readonly string[];
    minimum?: number;
    maximum?: number;
  };
  const what =
    inner.enum?.map((value) => `<code>${escapeHtml(String(value))}</code>`).join(' · ') ??
    words.types[inner.type ?? ''] ??
    '';
  const limits =
    inner.minimum === undefined || inner.maximum === undefined
      ? ''
      : words.limits(inner.minimum, inner.maximum);
  const byDefault = schema.default === undefined ? '' : words.byDefault(String(schema.default));
  return `${what}${limits}${repeats ? words.repeats : ''}${byDefault}`;
}

interface Tongue {
  readonly words: DocumentationWords;
  /** A description, written in French beside what it describes, in the page's language. */
  readonly say: (description: string) => string;
}

const tongues: Readonly<Record<Language, Tongue>> = {
  fr: { words: documentationWords.fr, say: (description) => display(description, 'fr') },
  en: {
    words: documentationWords.en,
    say: (description) => display(sayInEnglish(description) ?? description, 'en'),
  },
};

const parameterRow = (parameter: Parameter, { words, say }: Tongue): string =>
  `<tr><th scope="row"><code>${escapeHtml(parameter.name)}</code>${
    parameter.required ? ` <small>${words.required}</small>` : ''
  }</th><td>${describeType(parameter, words)}</td><td>${prose(say(parameter.description))}</td></tr>`;

/** An address as the page shows it. */
interface Section {
  readonly name: string;
  readonly path: string;
  readonly summary: string;
  /** An address to try; a request with a body has none. */
  readonly example: string | null;
  readonly method: 'GET' | 'POST';
  readonly parameters: readonly Parameter[];
}

const sectionsOf = (formats: readonly string[]): Section[] => [
  ...[
    ...endpoints.map((endpoint) => ({ ...endpoint, parameters: parametersOf(endpoint, formats) })),
    pictures,
    packageEndpoint,
  ].map(({ name, path, summary, example, parameters }) => ({
    name,
    path: apiRoot + path,
    summary,
    example: apiRoot + example,
    method: 'GET' as const,
    parameters,
  })),
  { ...countsEndpoint, example: null, method: 'POST', parameters: countsParameters },
];

function sectionText(
  { name, path, summary, example, method, parameters }: Section,
  tongue: Tongue,
): string {
  const { words, say } = tongue;
  const url = example === null ? '' : escapeHtml(example);
  const table =
    parameters.length === 0
      ? `<p>${words.none}</p>`
      : `<div class="table" role="region" aria-labelledby="${name}" tabindex="0"><table>
<thead><tr><th scope="col">${words.parameter}</th><th scope="col">${words.values}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>${parameters.map((parameter) => parameterRow(parameter, tongue)).join('\n')}</tbody></table></div>`;
  return `<section><h2 id="${name}"><code>${method} ${escapeHtml(path)}</code></h2>
<p>${prose(say(summary))}</p>
${table}
${url === '' ? `<p>${words.body}</p>` : `<p>${words.example} <a href="${url}">${url}</a></p>`}</section>`;
}

function headerText({ title, navigation, skip, ways, other }: DocumentationWords, lang: Language) {
  const search = lang === 'en' ? '?lang=en' : '';
  const link = ([path, name]: readonly [string, string]) =>
    `<a href="${path}${search}">${name}</a>`;
  const otherLanguage = lang === 'en' ? 'fr' : 'en';
  return `<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs.css">
<link rel="alternate" hreflang="${otherLanguage}" href="${other.href}">
</head>
<body>
<a class="skip" href="#content">${skip}</a>
<header class="site">
<a class="brand" href="/${search}"><svg viewBox="0 0 34 20" aria-hidden="true"><path d="M2 3v14M32 3v14M2 10h30"/><circle cx="20" cy="10" r="5.4"/></svg>Numoscope</a>
<nav aria-label="${navigation}">
${ways.map(link).join('\n')}
<a href="/api/docs${search}" aria-current="page">API</a>
</nav>
<a class="other" href="${other.href}" lang="${otherLanguage}" hreflang="${otherLanguage}" title="${other.title}">${other.name}</a>
</header>`;
}

/** The API's documentation, one section an address. */
export function documentationPage(formats: readonly string[], lang: Language): string {
  const tongue = tongues[lang];
  const { words } = tongue;
  const sections = sectionsOf(formats);
  const openApi = `/api/v1/openapi.json${lang === 'en' ? '?lang=en' : ''}`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${headerText(words, lang)}
<main id="content" tabindex="-1">
<h1>${words.heading}</h1>
<p>${words.lead}</p>
<p>${words.whole} <a href="${openApi}">openapi.json</a> (OpenAPI 3.1).</p>
<nav class="addresses" aria-label="${words.addresses}"><ul>
${sections
  .map(({ name, path }) => `<li><a href="#${name}"><code>${escapeHtml(path)}</code></a></li>`)
  .join('\n')}
</ul></nav>
${sections.map((section) => sectionText(section, tongue)).join('\n')}
</main>
</body>
</html>
`;
}
