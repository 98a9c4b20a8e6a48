import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../core/stats/random.ts';
import { allocate, pairByRank } from '../../pipeline/demo/allocation.ts';
import { fitAnswers } from '../../pipeline/demo/fit.ts';
import { generateDemo } from '../../pipeline/demo/generate.ts';
import { silentProgress } from '../../pipeline/progress.ts';

let root = '';
let folder = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'numoscope-test-demo-'));
  folder = join(root, 'first');
  await generateDemo({ folder, seed: 1, scale: 0.05, progress: silentProgress });
});

afterAll(() => rm(root, { recursive: true, force: true }));

const digests = async (of: string) => {
  const names = (await readdir(of)).sort();
  return Promise.all(
    names.map(async (name) => [
      name,
      createHash('sha256')
        .update(await readFile(join(of, name)))
        .digest('hex'),
    ]),
  );
};

/** Rows of a query over the generated files, each read as text by DuckDB. */
async function query(statement: (read: (dataset: string) => string) => string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const read = (dataset: string) =>
    `read_csv('${join(folder, `${dataset}.csv`)}', delim = ';', header = true, all_varchar = true)`;
  const result = await connection.runAndReadAll(statement(read));
  connection.closeSync();
  return result.getRowsJson();
}

describe('the generated files', () => {
  it('are the same for the same seed, and others for another', async () => {
    const again = join(root, 'again');
    const other = join(root, 'other');
    await generateDemo({ folder: again, seed: 1, scale: 0.05, progress: silentProgress });
    await generateDemo({ folder: other, seed: 2, scale: 0.05, progress: silentProgress });
    expect(await digests(again)).toEqual(await digests(folder));
    expect(await digests(other)).not.toEqual(await digests(folder));
  });

  it('are the portal’s: one a data set, byte-order mark, semicolons, CRLF, quoted line breaks', async () => {
    expect((await readdir(folder)).sort()).toEqual([
      'LISEZMOI.md',
      'bfn-2020-resultats-2020.csv',
      'bfn-2021-resultats-2021.csv',
      'bfn-2022-resultats-2022.csv',
      'bfn-2023-resultats-2023.csv',
      'bfn-2024-resultats-2024.csv',
      'bfn-resultats-2025.csv',
      'bfn-table-de-correspondance.csv',
      'questions-reponses.csv',
    ]);
    const table = await readFile(join(folder, 'bfn-table-de-correspondance.csv'), 'utf8');
    expect(table.startsWith('\uFEFFordre_chapitre;chapitre;')).toBe(true);
    expect(table).toContain('"Acquisition et installation\ndes solutions numériques"');
    expect(table).toContain('site ""vitrine""');
    expect(table.split('\r\n')).toHaveLength(1 + 119 + 1);
    expect(await readFile(join(folder, 'LISEZMOI.md'), 'utf8')).toContain('synthétiques');
  });

  it('identify respondents from 2023 on, and not before', async () => {
    const header = async (dataset: string) =>
      (await readFile(join(folder, `${dataset}.csv`), 'utf8')).split('\r\n', 1)[0];
    expect(await header('bfn-2022-resultats-2022')).not.toContain('id_repondant');
    expect(await header('bfn-2023-resultats-2023')).toContain(';id_repondant');
  });

  it('carry the traps of the real ones', async () => {
    const [real] = await query(
      (read) => `select distinct libelle_unifie from ${read('bfn-2023-resultats-2023')}
        where code_unifie = '201'`,
    );
    expect(real?.[0]).toContain('bénéfice réel');
    const uncoded = await query(
      (read) => `select count(distinct libelle_unifie) from ${read('bfn-2022-resultats-2022')}
        where code_unifie is null`,
    );
    expect(Number(uncoded[0]?.[0])).toBe(23);
    const regions = async (dataset: string) =>
      (
        await query(
          (read) => `select distinct region from ${read(dataset)} where region like '%Corse%'`,
        )
      ).flat();
    expect(await regions('bfn-resultats-2025')).toEqual(["Provence Alpes Côte d'Azur + Corse"]);
    expect(await regions('bfn-2024-resultats-2024')).toEqual(['Corse']);
    const totals = await query(
      (read) => `select distinct libelle_reponse_unifie from ${read('questions-reponses')}
        where code_unifie = '802' and libelle_reponse = 'Oui' and region = 'Toutes régions'
          and secteur = 'Tous secteurs' and taille = 'Toutes tailles'`,
    );
    expect(totals).toEqual([[null]]);
    const spellings = await query(
      (read) => `select count(distinct libelle_reponse) from ${read('questions-reponses')}
        where code_unifie = '1425' and annee = '2025' and libelle_reponse like 'Osez%'`,
    );
    expect(Number(spellings[0]?.[0])).toBe(2);
  });

  it('ask follow-up questions only of those they concern', async () => {
    const [row] = await query(
      (read) => `with answers as (from ${read('bfn-resultats-2025')})
        select count(*) from answers where code_unifie = '602' and id_repondant not in
          (select id_repondant from answers where code_unifie = '601' and libelle_reponse = 'Oui')`,
    );
    expect(Number(row?.[0])).toBe(0);
  });

  it('stop when they are told to', async () => {
    const signal = AbortSignal.abort();
    const stopped = join(root, 'stopped');
    await expect(
      generateDemo({ folder: stopped, scale: 0.05, progress: silentProgress, signal }),
    ).rejects.toThrow();
  });
});

describe('allocation', () => {
  it('shares a total out in whole numbers, under a cap', () => {
    expect(allocate([1, 1, 1], 10)).toEqual([4, 3, 3]);
    expect(allocate([8, 1, 1], 10, () => 5)).toEqual([5, 3, 2]);
  });

  it('pairs values with units by rank, each value as often as told', () => {
    const given = pairByRank([2, 3], [0, 5], [9, 1, 9, 1, 9], 0, new RandomStream(1));
    expect([...given]).toEqual([1, 0, 1, 0, 1]);
  });
});

describe('the fitting of answers', () => {
  it('brings overlapping shares into their intervals and leaves frozen answers alone', () => {
    const random = new RandomStream(3);
    const count = 2000;
    const yes = 2;
    const no = 4;
    const bits = Uint16Array.from({ length: count }, () => (random.uniform() < 0.5 ? yes : no));
    const weight = Float64Array.from({ length: count }, () => Math.exp(random.normal()));
    const frozen = Uint8Array.from({ length: count }, (_, index) => Number(index < 100));
    const start = bits.slice(0, 100);
    const constraint = (members: (index: number) => boolean, low: number, high: number) => ({
      members: Uint8Array.from({ length: count }, (_, index) => Number(members(index))),
      answers: yes,
      among: yes | no,
      low,
      high,
    });
    const left = fitAnswers({
      bits,
      weight,
      constraints: [
        constraint(() => true, 0.5495, 0.5505),
        constraint((index) => index % 3 === 0, 0.6995, 0.7005),
        constraint((index) => index % 5 === 0, 0.4, 0.41),
      ],
      frozen,
      multiple: false,
      exclusive: 0,
      fallback: 0,
      random,
    });
    expect(left).toBe(0);
    expect(bits.slice(0, 100)).toEqual(start);
    const share = (members: (index: number) => boolean) => {
      let [number, base] = [0, 0];
      bits.forEach((given, index) => {
        if (!members(index)) return;
        base += weight[index]!;
        if (given === yes) number += weight[index]!;
      });
      return number / base;
    };
    expect(share(() => true)).toBeCloseTo(0.55, 3);
    expect(share((index) => index % 3 === 0)).toBeCloseTo(0.7, 3);
    expect(share((index) => index % 5 === 0)).toBeCloseTo(0.405, 2);
  });
});
