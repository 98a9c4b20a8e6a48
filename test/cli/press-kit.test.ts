import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleVerdict } from '../../server/seals/verify-bundle.ts';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { storySurvey } from '../warehouse/story-survey.ts';
import { numoscope, program } from './run.ts';

let folder: string;
let data: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numoscope-kit-'));
  data = await publishedFolder(storySurvey());
});
afterAll(async () => {
  await Promise.all([folder, data].map((each) => rm(each, { recursive: true })));
});

const kit = (words: readonly string[]) =>
  numoscope(['press-kit', ...words], { NUMOSCOPE_DATA: data });
const read = (...path: string[]) => readFile(join(folder, ...path), 'utf8');

describe('a press kit', () => {
  it('holds charts, figures and sentences of a sector, each file named with its digest', async () => {
    const output = join(folder, 'commerce');
    const { code, err } = await kit(['--sector', 'commerce', '--output', output]);
    expect([code, err]).toEqual([0, '']);
    const names = (await readdir(output)).sort();
    expect(names).toEqual([
      '01-portrait.csv',
      '01-portrait.png',
      '01-portrait.svg',
      '02-fait-1-question-601.csv',
      '02-fait-1-question-601.png',
      '02-fait-1-question-601.svg',
      ...[501, 702, 801, 911].flatMap((question, place) =>
        ['csv', 'png', 'svg'].map((ending) => `0${place + 3}-question-${question}.${ending}`),
      ),
      'LISEZMOI.md',
      'metadata.json',
      'phrases.txt',
    ]);
    const { files, notice, warehouse, page } = JSON.parse(await read('commerce', 'metadata.json'));
    expect({ notice, warehouse, page }).toMatchObject({
      notice: 'Données de démonstration.',
      warehouse: { version: 'v1', origin: 'demonstration' },
      page: '/portrait/sector/commerce?edition=2025',
    });
    for (const { name, sha256, bytes } of files) {
      const body = await readFile(join(output, name));
      expect([name, createHash('sha256').update(body).digest('hex'), body.length]).toEqual([
        name,
        sha256,
        bytes,
      ]);
    }
  });

  it('says the finding, its figures and whose they are not', async () => {
    const readme = await read('commerce', 'LISEZMOI.md');
    expect(readme).toContain('# Les TPE-PME du commerce dans l’édition 2025');
    expect(readme).toContain('**Données de démonstration (synthétiques)');
    expect(readme).toMatch(
      /### .*90\u202f% des TPE-PME du commerce .*contre 45\u202f% dans le reste/,
    );
    expect(readme).toContain('](01-portrait.png)');
    expect(await read('commerce', 'phrases.txt')).toContain('contre 45\u202f%');
    expect(readme).toMatch(
      /- Lecture\u202f: «\u202f.*: 40,0\u202f% dans ce profil, 40,0\u202f% dans le reste, soit 0,0\u00a0point \(/,
    );
    const csv = await read('commerce', '02-fait-1-question-601.csv');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toMatch(/;commerce;.*;0,9;/);
  });

  it('seals its pictures as the server does', async () => {
    for (const name of ['01-portrait.svg', '02-fait-1-question-601.png']) {
      const { code, out } = await numoscope(['verify-file', join(folder, 'commerce', name)], {
        NUMOSCOPE_DATA: data,
      });
      expect([name, code, out.split(':')[0]]).toEqual([name, 0, 'unchanged']);
    }
  });

  it('is the same, byte for byte, the next time; in English when asked', async () => {
    await kit(['--sector', 'commerce', '--output', join(folder, 'again')]);
    expect(await read('again', 'metadata.json')).toBe(await read('commerce', 'metadata.json'));
    await kit(['--sector', 'commerce', '--lang', 'en', '--output', join(folder, 'english')]);
    expect(await read('english', 'README.md')).toContain('against 45% in the rest of France');
  });

  it('of whom nothing stands out says so', async () => {
    await kit(['--region', '53', '--output', join(folder, 'bretagne')]);
    const readme = await read('bretagne', 'LISEZMOI.md');
    expect(readme).toContain('aucun écart décelable avec le reste de la France');
    expect(readme).toContain('Aucun des écarts de cette édition');
  });
});

describe('where the site is', () => {
  it('is named by links and citations once it is given', async () => {
    const output = join(folder, 'linked');
    const site = 'https://numoscope.example/fr/';
    expect((await kit(['--size', '0', '--site', site, '--output', output])).code).toBe(0);
    const { page, charts } = JSON.parse(await read('linked', 'metadata.json'));
    expect(page).toBe('https://numoscope.example/fr/portrait/size/0?edition=2025');
    for (const chart of charts) {
      expect(chart.page).toMatch(/^https:\/\/numoscope\.example\/fr\/\w/);
      expect(chart.data).toMatch(/^https:\/\/numoscope\.example\/fr\/api\/v1\//);
      expect(chart.citation.endsWith(chart.page)).toBe(true);
      expect(chart.citation).toContain(chart.title);
    }
    const readme = await read('linked', 'LISEZMOI.md');
    expect(readme).toContain(`<${page}>`);
    expect(readme.split('Pour citer\u202f: ')).toHaveLength(1 + charts.length);
  });
});

describe('a folder that left', () => {
  const verified = async (name: string) => {
    const { code, out } = await numoscope(['verify-file', join(folder, name), '--json'], {
      NUMOSCOPE_DATA: data,
    });
    const { status, files } = JSON.parse(out) as BundleVerdict;
    return { code, status, of: new Map(files.map((file) => [file.name, file.status])) };
  };

  it('is unchanged, file by file, until one is edited or taken away', async () => {
    const there = await verified('commerce');
    expect([there.code, there.status]).toEqual([0, 'unchanged']);
    expect([...new Set(there.of.values())]).toEqual(['unchanged']);
    expect(there.of.size).toBe((await readdir(join(folder, 'commerce'))).length - 1);
    const copy = join(folder, 'edited');
    await cp(join(folder, 'commerce'), copy, { recursive: true });
    const csv = await read('edited', '01-portrait.csv');
    await writeFile(join(copy, '01-portrait.csv'), csv.replace(';0,9', ';0,8'));
    await rm(join(copy, '01-portrait.png'));
    await writeFile(join(copy, 'note.txt'), 'mine');
    const edited = await verified('edited');
    expect([edited.code, edited.status]).toEqual([1, 'altered']);
    expect(
      ['01-portrait.csv', '01-portrait.png', '01-portrait.svg', 'note.txt'].map((name) =>
        edited.of.get(name),
      ),
    ).toEqual(['altered', 'altered', 'unchanged', 'unsealed']);
  });
});

describe('killed while it writes', () => {
  /** Kills it, without a chance to tidy, at the first sign of a folder, and as long after. */
  async function killed(output: string, after: number): Promise<void> {
    const place = dirname(output);
    const child = spawn(
      process.execPath,
      [program, 'press-kit', '--sector', 'commerce', '--output', output],
      { env: { PATH: process.env.PATH ?? '', NUMOSCOPE_DATA: data }, stdio: 'ignore' },
    );
    const gone = once(child, 'close');
    const watcher = watch(place, () => setTimeout(() => child.kill('SIGKILL'), after));
    await gone;
    watcher.close();
  }

  it.each([0, 1, 3, 10, 30])('after %i ms, it leaves the whole folder or none', async (after) => {
    const place = await mkdtemp(join(folder, 'killed-'));
    await killed(join(place, 'commerce'), after);
    const names = await readdir(place);
    const [left = ''] = names;
    expect(names.length).toBeLessThanOrEqual(1);
    if (left !== 'commerce') expect(left).toMatch(/^(?:\.commerce\.partial-.*)?$/);
    else {
      const whole = (await readdir(join(folder, 'commerce'))).sort();
      expect((await readdir(join(place, left))).sort()).toEqual(whole);
    }
    const again = await kit(['--sector', 'commerce', '--output', join(place, 'next')]);
    expect(again.code).toBe(0);
  });
});

describe('refuses, in one sentence', () => {
  it.each([
    [['--region', '99'], '“99” is not a value of “region”'],
    [[], 'Name one of --region'],
    [['--region', '53', '--sector', 'commerce'], 'one only'],
    [['--region', '53', '--edition', '1999'], 'There is no 1999 edition'],
    [['--region', '53', '--edition', 'hier'], 'give a year'],
    [['--region', '53', '--site', 'numoscope.fr'], 'give its address'],
  ])('%j', async (words, said) => {
    const { code, err } = await kit([...words, '--output', join(folder, 'refused')]);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(await readdir(folder)).not.toContain('refused');
  });

  it('a folder that holds something, which it leaves as it was', async () => {
    const full = join(folder, 'full');
    await mkdir(full);
    await writeFile(join(full, 'note.txt'), 'mine');
    const { code, err } = await kit(['--region', '53', '--output', full]);
    expect([code, err.trim()]).toEqual([
      2,
      `${full} is not empty: name another folder with --output.`,
    ]);
    expect(await readdir(full)).toEqual(['note.txt']);
  });
});
