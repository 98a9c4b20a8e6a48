import type { TSchema } from 'typebox';
import { Problem } from '../core/contract/problem.ts';
import { type Language, languages } from '../core/format/language.ts';
import { pictureFormats, viewNames } from './chart-view.ts';
import { countsEndpoint } from './counts-route.ts';
import { sayInEnglish } from './documentation-english.ts';
import { type Endpoint, endpoints } from './endpoints.ts';
import { packageEndpoint } from './package-route.ts';
import type { Json, JsonObject, Parameter } from './parameters.ts';
import { PictureQuery } from './picture-query.ts';

/** TypeBox → JSON Schema 2020-12: a tuple's places are `prefixItems` there. */
function toSchema(schema: unknown): JsonObject {
  return JSON.parse(JSON.stringify(schema), (key, value: Json) => {
    if (key === '' || value === null || typeof value !== 'object' || Array.isArray(value)) {
      return value;
    }
    const { items, additionalItems, ...rest } = value as JsonObject;
    if (!Array.isArray(items)) return value;
    return { ...rest, prefixItems: items, items: additionalItems ?? false };
  }) as JsonObject;
}

const formatParameter = (formats: readonly string[]): Parameter => ({
  name: 'format',
  in: 'query',
  required: false,
  description: 'Format de la réponse.',
  schema: { type: 'string', enum: ['json', ...formats], default: 'json' },
});

const languageParameter: Parameter = {
  name: 'lang',
  in: 'query',
  required: false,
  description:
    'Langue des intitulés, des notes et des noms d’un fichier ; le JSON n’en a pas, les questions et réponses restent en français.',
  schema: { type: 'string', enum: [...languages], default: 'fr' },
};

function readParameters(schema: TSchema | null, place: 'query' | 'path'): Parameter[] {
  if (schema === null) return [];
  const { properties, required } = toSchema(schema) as {
    properties: Record<string, JsonObject>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: required?.includes(name) ?? false,
    description: typeof description === 'string' ? description : '',
    schema: rest,
  }));
}

/** Every parameter of an endpoint, those of its path first. */
export const parametersOf = (endpoint: Endpoint, formats: readonly string[]): Parameter[] => [
  ...readParameters(endpoint.params, 'path'),
  ...readParameters(endpoint.query, 'query'),
  ...(endpoint.tabular ? [formatParameter(formats), languageParameter] : []),
];

const problemAnswer = (description: string): JsonObject => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const pictureParameter = (
  name: string,
  description: string,
  values: readonly string[],
): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', enum: [...values] },
});

/** The finished charts, which answer pictures instead of figures. */
export const pictures = {
  name: 'charts',
  path: '/charts/{view}.{format}',
  summary:
    'Un graphique fini : titre, chiffres, base, source, date, avertissement. Il prend aussi tous les paramètres de sa vue.',
  parameters: [
    pictureParameter('view', "L'adresse dont les chiffres sont dessinés.", viewNames),
    pictureParameter(
      'format',
      'Image, archive de ce qui est dessiné, ou spécification Vega-Lite.',
      pictureFormats,
    ),
    ...readParameters(PictureQuery, 'query'),
  ],
  example: '/charts/rankings.svg?by=sector&question=501&answer=Tout%20%C3%A0%20fait%20d%27accord',
} as const;

const packageOperation: JsonObject = {
  operationId: packageEndpoint.name,
  summary: packageEndpoint.summary,
  parameters: [],
  responses: {
    '200': {
      description: 'Une archive ZIP, décrite par son datapackage.json.',
      content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
    },
    '404': problemAnswer("L'entrepôt n'a pas été publié avec ses fichiers."),
    '503': problemAnswer("Aucun entrepôt n'est encore publié."),
  },
};

const pictureOperation: JsonObject = {
  operationId: pictures.name,
  summary: pictures.summary,
  parameters: pictures.parameters.map((parameter) => ({ ...parameter })),
  responses: {
    '200': {
      description: `Exemple : \`/api/v1${pictures.example}\``,
      content: {
        'image/svg+xml': { schema: { type: 'string' } },
        'image/png': { schema: { type: 'string', format: 'binary' } },
        'application/pdf': { schema: { type: 'string', format: 'binary' } },
        'application/zip': { schema: { type: 'string', format: 'binary' } },
        'application/json': { schema: { type: 'object' } },
      },
    },
    '400': problemAnswer('Un paramètre est refusé ; la réponse le nomme et dit ce qui est admis.'),
    '404': problemAnswer("L'adresse ne désigne rien."),
  },
};

const spread = (parameters: readonly Parameter[]): JsonObject[] =>
  parameters.map((parameter) => ({
    ...parameter,
    ...(parameter.schema.type === 'array' ? { style: 'form', explode: true } : {}),
  }));

const ranked = endpoints.find(({ name }) => name === 'rankings')!;

/** The parameters of a ranking on counts: those of a ranking, and the file's name. */
export const countsParameters = [
  ...readParameters(ranked.query, 'query'),
  ...countsEndpoint.parameters,
];

const countsOperation: JsonObject = {
  operationId: countsEndpoint.name,
  summary: countsEndpoint.summary,
  parameters: spread(countsParameters),
  requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } },
  responses: {
    '200': {
      description: 'Le classement, avec `volumes` et, pour chaque potentiel, son `basis`.',
      content: { 'application/json': { schema: toSchema(ranked.answer) } },
    },
    '400': problemAnswer(
      'Un paramètre est refusé, ou le fichier ne se lit pas : la ligne et la colonne sont dites.',
    ),
    '413': problemAnswer('Le fichier dépasse deux mégaoctets.'),
    '415': problemAnswer('Le corps n’est pas du `text/csv`.'),
    '503': problemAnswer("Aucun entrepôt n'est encore publié."),
  },
};

function operationOf(endpoint: Endpoint, formats: readonly string[]): JsonObject {
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    parameters: spread(parametersOf(endpoint, formats)),
    responses: {
      '200': {
        description: `Exemple : \`/api/v1${endpoint.example}\``,
        content: { 'application/json': { schema: toSchema(endpoint.answer) } },
      },
      '304': { description: 'Inchangé depuis la dernière réponse (ETag).' },
      '400': problemAnswer(
        'Un paramètre est refusé ; la réponse le nomme et dit ce qui est admis.',
      ),
      '404': problemAnswer("L'adresse ne désigne rien."),
      '503': problemAnswer("Aucun entrepôt n'est encore publié."),
    },
  };
}

const frenchDocument = (formats: readonly string[]): JsonObject => ({
  openapi: '3.1.0',
  info: {
    title: 'Numoscope',
    version: '1',
    description:
      'Le Baromètre France Num, toutes éditions : parts pondérées avec leurs intervalles, évolutions, classements. Les parts vont de 0 à 1, les poids sont des nombres d’entreprises. Un chiffre qui ne peut être donné est `null`, avec un `flag`.',
  },
  servers: [{ url: '/api/v1' }],
  paths: {
    ...Object.fromEntries(
      endpoints.map((endpoint) => [endpoint.path, { get: operationOf(endpoint, formats) }]),
    ),
    [pictures.path]: { get: pictureOperation },
    [packageEndpoint.path]: { get: packageOperation },
    [countsEndpoint.path]: { servers: [{ url: '/' }], post: countsOperation },
  },
  components: { schemas: { Problem: toSchema(Problem) } },
});

const isDescription = (key: string): boolean => key === 'description' || key === 'summary';

/** The OpenAPI 3.1 document, from the schemas that the requests and the answers are read by. */
export function openApiDocument(formats: readonly string[], lang: Language = 'fr'): JsonObject {
  const french = frenchDocument(formats);
  if (lang === 'fr') return french;
  return JSON.parse(JSON.stringify(french), (key, value: Json) =>
    isDescription(key) && typeof value === 'string' ? (sayInEnglish(value) ?? value) : value,
  ) as JsonObject;
}
