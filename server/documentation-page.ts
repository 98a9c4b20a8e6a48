import { apiRoot } from './answer-routes.ts';
import { countsEndpoint } from './counts-route.ts';
import { endpoints } from './endpoints.ts';
import { countsParameters, parametersOf, pictures } from './openapi.ts';
import { packageEndpoint } from './package-route.ts';
import type { Parameter } from './parameters.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** What a description names between backticks is code. */
const prose = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const typeWords: Readonly<Record<string, string>> = {
  string: 'texte',
  integer: 'entier',
  number: 'nombre',
};

function describeType({ schema }: Parameter): string {
  const repeats = schema.type === 'array';
  const inner = (repeats ? schema.items : schema) as {
    type?: string;
    enum?: readonly string[];
    minimum?: number;
    maximum?: number;
  };
  const what =
    inner.enum?.map((value) => `<code>${escapeHtml(String(value))}</code>`).join(' · ') ??
    typeWords[inner.type ?? ''] ??
    '';
  const limits =
    inner.minimum === undefined || inner.maximum === undefined
      ? ''
      : ` de ${inner.minimum} à ${inner.maximum}`;
  const byDefault = schema.default === undefined ? '' : `, ${String(schema.default)} par défaut`;
  return `${what}${limits}${repeats ? ', se répète' : ''}${byDefault}`;
}

const parameterRow = (parameter: Parameter): string =>
  `<tr><th scope="row"><code>${escapeHtml(parameter.name)}</code>${
    parameter.required ? ' <small>obligatoire</small>' : ''
  }</th><td>${describeType(parameter)}</td><td>${prose(parameter.description)}</td></tr>`;

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

function sectionText({ name, path, summary, example, method, parameters }: Section): string {
  const url = example === null ? '' : escapeHtml(example);
  const table =
    parameters.length === 0
      ? '<p>Aucun paramètre.</p>'
      : `<div class="table" role="region" aria-labelledby="${name}" tabindex="0"><table>
<thead><tr><th scope="col">Paramètre</th><th scope="col">Valeurs</th><th scope="col">Sens</th></tr></thead>
<tbody>${parameters.map(parameterRow).join('\n')}</tbody></table></div>`;
  return `<section><h2 id="${name}"><code>${method} ${escapeHtml(path)}</code></h2>
<p>${prose(summary)}</p>
${table}
${url === '' ? '<p>Le corps est le fichier, en <code>text/csv</code>, de deux mégaoctets au plus.</p>' : `<p>Essayer : <a href="${url}">${url}</a></p>`}</section>`;
}

/** The API's documentation in French, one section an address. */
export const documentationPage = (formats: readonly string[]): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API de Numoscope</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<a class="skip" href="#content">Aller au contenu</a>
<header class="site">
<a class="brand" href="/"><svg viewBox="0 0 34 20" aria-hidden="true"><path d="M2 3v14M32 3v14M2 10h30"/><circle cx="20" cy="10" r="5.4"/></svg>Numoscope</a>
<nav aria-label="Navigation principale">
<a href="/prospecter">Prospecter</a> <a href="/explorer">Explorer</a> <a href="/bouge">Ce qui a bougé</a>
<a href="/comparer">Comparer</a> <a href="/portrait">Portraits</a> <a href="/api/docs" aria-current="page">API</a>
</nav>
</header>
<main id="content" tabindex="-1">
<h1>API, version 1</h1>
<p>Les adresses de <code>/api/v1</code> se lisent par <code>GET</code>, sans clé. Les parts vont de 0 à 1, les poids sont des
nombres d’entreprises. Un chiffre qui ne peut être donné est <code>null</code>, avec un <code>flag</code> :
<code>suppressed</code> (base trop faible), <code>low-base</code> (à lire avec prudence). Chaque réponse dit sa base :
<code>microdata</code> (répondants d’une édition) ou <code>published</code> (chiffres officiels, sans effectif).
Une erreur est un <code>application/problem+json</code> qui nomme le paramètre et les valeurs admises.</p>
<p>La description complète, réponses comprises : <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<nav class="addresses" aria-label="Adresses"><ul>
${sectionsOf(formats)
  .map(({ name, path }) => `<li><a href="#${name}"><code>${escapeHtml(path)}</code></a></li>`)
  .join('\n')}
</ul></nav>
${sectionsOf(formats).map(sectionText).join('\n')}
</main>
</body>
</html>
`;
