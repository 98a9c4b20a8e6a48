import type { Catalogue } from '../warehouse/catalogue.ts';
import { readSearch } from './seals/address.ts';

/** What the build says of a module of the site: its file, and the modules that it cannot run without. */
export interface BuiltModule {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** The build's modules by their source: Vite's manifest. */
export type Manifest = Readonly<Record<string, BuiltModule>>;

interface Needs {
  readonly modules: readonly string[];
  readonly calls: readonly string[];
}

const catalogue = ['/meta', '/questions'];

/** Each page by the beginning of its path: the modules it brings as it opens, and what it asks first. */
const pages: Readonly<Record<string, Needs>> = {
  '': { modules: ['pages/home.tsx'], calls: [...catalogue, '/stories?detail=charts&limit=6'] },
  prospecter: { modules: ['pages/prospect.tsx'], calls: catalogue },
  explorer: { modules: ['pages/explore.tsx'], calls: catalogue },
  question: { modules: ['pages/question.tsx'], calls: catalogue },
  bouge: { modules: ['pages/movers.tsx'], calls: catalogue },
  comparer: { modules: ['pages/compare.tsx'], calls: catalogue },
  portrait: { modules: ['pages/portrait.tsx'], calls: catalogue },
  chapitre: { modules: ['pages/chapter.tsx'], calls: catalogue },
  verification: { modules: ['pages/verification.tsx'], calls: catalogue },
};

/** The files of a module and of all that it imports, each once. */
function filesOf(manifest: Manifest, source: string, found = new Set<string>()): Set<string> {
  const module = manifest[source];
  if (module === undefined || found.has(module.file)) return found;
  found.add(module.file);
  for (const name of module.imports ?? []) filesOf(manifest, name, found);
  return found;
}

/**
 * Tags that have a browser fetch, while it reads the page, what the page's program would ask for one after the other:
 * its modules, the catalogue, the question of the address. An address of no page has none.
 */
export function preloadsOf(
  address: string,
  { questions }: Pick<Catalogue, 'questions'>,
  manifest: Manifest,
  apiRoot: string,
): string[] {
  const { path, query } = readSearch(address);
  const [, name = '', code] = /^\/([a-z]*)(?:\/(\d{1,6}))?/.exec(path) ?? [];
  const needs = pages[name];
  if (needs === undefined) return [];
  const own = filesOf(manifest, 'index.html');
  // A score has a program of its own, which a page of one question does without.
  const scored = name === 'prospecter' && query.criteria !== undefined;
  const sources = [...needs.modules, ...(scored ? ['prospect/score-body.tsx'] : [])];
  const files = new Set(sources.flatMap((source) => [...filesOf(manifest, source)]));
  const question = Number(name === 'question' ? code : query.question);
  const asked = questions.has(question) ? [`/questions/${question}`] : [];
  return [
    ...[...needs.calls, ...asked].map(
      (call) =>
        `<link rel="preload" as="fetch" crossorigin href="${apiRoot}${call.replaceAll('&', '&amp;')}">`,
    ),
    ...[...files]
      .filter((file) => !own.has(file))
      .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ];
}
