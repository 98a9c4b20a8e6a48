import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedFolder } from '../warehouse/build-warehouse.ts';
import { storySurvey } from '../warehouse/story-survey.ts';
import { numoscope } from './run.ts';

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
    expect(readme).toContain('Aucun écart décelable avec le reste de la France');
    expect(readme).toContain('Aucun des écarts de cette édition');
  });
});

describe('refuses, in one sentence', () => {
  it.each([
    [['--region', '99'], "« 99 » n'est pas une valeur de « region »"],
    [[], 'Name one of --region'],
    [['--region', '53', '--sector', 'commerce'], 'one only'],
    [['--region', '53', '--edition', '1999'], "Il n'y a pas d'édition 1999"],
    [['--region', '53', '--edition', 'hier'], 'give a year'],
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
