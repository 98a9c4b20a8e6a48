import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../server/endpoints.ts';
import { numoscope } from './cli/run.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

describe('the README', () => {
  it('names every command of the program', async () => {
    const { out } = await numoscope(['--help']);
    const commands = [...out.matchAll(/^ {2}([a-z][a-z-]*)(?: |$)/gmu)].map((found) => found[1]!);
    expect(commands).toEqual(
      expect.arrayContaining(['ingest', 'inspect', 'verify', 'demo', 'query', 'serve']),
    );
    for (const command of commands.filter((name) => name !== 'help' && name !== 'start')) {
      expect(readme).toContain(`npx numoscope ${command}`);
    }
  });

  it('names every address of the API', () => {
    for (const { path } of endpoints) expect(readme).toContain(path);
  });

  it('names every variable that the program reads, and no other', () => {
    const used = new Set(
      [...read('cli/config.ts').matchAll(/given\('([A-Z_]+)'\)|environment\.([A-Z_]+)/gu)].map(
        (found) => found[1] ?? found[2]!,
      ),
    );
    const documented = new Set(
      [...readme.matchAll(/`((?:NUMOSCOPE_[A-Z_]+|HOST|PORT|LOG_LEVEL))`/gu)].map(
        (found) => found[1]!,
      ),
    );
    expect(documented).toEqual(used);
  });

  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/npm (?:run )?([a-z]+)/gu)].map((found) => found[1]!);
    for (const script of named.filter((name) => name !== 'ci')) {
      expect(Object.keys(scripts)).toContain(script);
    }
  });

  it('points at files that exist', () => {
    const named = [
      ...readme.matchAll(/`((?:docs|data|core)\/[\w./-]*)`|\]\((docs\/[\w./-]+)\)/gu),
    ].map((found) => found[1] ?? found[2]!);
    expect(named.length).toBeGreaterThan(3);
    for (const path of named) expect(() => read(path), path).not.toThrow(/ENOENT/u);
  });
});

it('says of every file of data/ what it is', () => {
  const notes = read('data/README.md');
  for (const name of readdirSync(join(root, 'data'))) {
    if (name !== 'README.md') expect(notes).toContain(name);
  }
});
