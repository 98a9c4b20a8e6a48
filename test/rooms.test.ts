import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The table of docs/architecture.md: a room may import itself and these. */
const mayImport: Record<string, readonly string[]> = {
  'core/contract': [],
  'core/stats': [],
  'core/format': ['core/contract'],
  'core/charts': ['core/contract', 'core/format'],
  warehouse: ['core/contract', 'core/stats', 'core/format'],
  pipeline: ['core/contract', 'core/stats', 'core/format', 'warehouse'],
  server: ['core/contract', 'core/stats', 'core/format', 'core/charts', 'warehouse'],
  web: ['core/contract', 'core/stats', 'core/format', 'core/charts'],
  cli: ['core/contract', 'core/format', 'core/charts', 'warehouse', 'pipeline', 'server'],
};

/** Packages that a pure room may use: no input, no output, no clock. */
const pureRoomsPackages: Record<string, readonly string[]> = {
  'core/contract': ['typebox'],
  'core/stats': [],
  'core/format': [],
  'core/charts': ['vega-lite', 'vega', 'vega-util', 'd3-geo', 'd3-path'],
};

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

const roomOf = (path: string): string =>
  path.startsWith('core/') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0]!;

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (specifier && ts.isStringLiteral(specifier)) {
      const typeOnly =
        (ts.isImportDeclaration(node) &&
          node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) ||
        (ts.isExportDeclaration(node) && node.isTypeOnly);
      const target = specifier.text.startsWith('.')
        ? normalize(join(dirname(file), specifier.text))
        : specifier.text;
      found.push({ file, target, typeOnly });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const all = ['core', 'warehouse', 'pipeline', 'server', 'web', 'cli']
  .flatMap(sourceFiles)
  .flatMap(importsOf);
const between = all.filter(({ target }) =>
  /^(core|warehouse|pipeline|server|web|cli|test)\//u.test(target),
);

describe('the rooms', () => {
  it('reads the imports of every room', () => {
    expect(new Set(all.map(({ file }) => roomOf(file)))).toEqual(new Set(Object.keys(mayImport)));
  });

  it('import only in the direction that docs/architecture.md draws', () => {
    const strays = between
      .filter(({ file, target }) => {
        const [from, to] = [roomOf(file), roomOf(target)];
        return from !== to && !mayImport[from]?.includes(to);
      })
      .map(({ file, target }) => `${file} → ${target}`);
    expect(strays).toEqual([]);
  });

  it('keep the pure rooms free of input, output and clocks', () => {
    const strays = all
      .filter(({ file }) => roomOf(file).startsWith('core/'))
      .filter(({ target }) => !/^core\//u.test(target))
      .filter(({ file, target, typeOnly }) => {
        const allowed = pureRoomsPackages[roomOf(file)] ?? [];
        return (
          !typeOnly && !allowed.some((name) => target === name || target.startsWith(`${name}/`))
        );
      })
      .map(({ file, target }) => `${file} → ${target}`);
    expect(strays).toEqual([]);
  });

  it('let the pipeline use the answers of the warehouse for verification only', () => {
    const strays = between
      .filter(
        ({ file, target }) =>
          roomOf(file) === 'pipeline' && target.startsWith('warehouse/answers/'),
      )
      .filter(({ file }) => !/^pipeline\/verify/u.test(file))
      .map(({ file }) => file);
    expect(strays).toEqual([]);
  });

  it('keep schemas out of the browser: the site imports the contract’s types, not its schemas', () => {
    const withoutSchema = ['vocabulary', 'territories', 'site-paths'];
    const strays = between
      .filter(({ file }) => roomOf(file) === 'web')
      .filter(({ target, typeOnly }) => target.startsWith('core/contract/') && !typeOnly)
      .filter(({ target }) => !withoutSchema.some((name) => target.endsWith(`/${name}.ts`)))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(strays).toEqual([]);
  });
});
