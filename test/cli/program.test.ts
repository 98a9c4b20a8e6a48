import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caution } from '../../core/contract/cautions.ts';
import { sayCaution } from '../../core/format/cautions.ts';
import {
  correspondence,
  portalCsv,
  questionLabels,
  response,
} from '../pipeline/normalise/survey-files.ts';
import { type StandIn, startPortal } from '../portal-stand-in/portal.ts';
import { numoscope } from './run.ts';

const agreement = ["Tout à fait d'accord", "Plutôt d'accord", "Pas du tout d'accord"] as const;
const departments = ['Finistère', 'Morbihan', "Côtes-d'Armor"] as const;

/** 240 firms of Bretagne; Finistère has 40 « Tout à fait », Morbihan 30, Côtes-d’Armor 20. */
const results = (faulty = false) =>
  departments.flatMap((department, place) =>
    Array.from({ length: 80 }, (_, index) =>
      response(
        {
          id: `${department}-${index}`,
          department: faulty && place === 0 && index === 3 ? 'Atlantide' : department,
          weight: 10,
        },
        501,
        questionLabels[501],
        index < 40 - 10 * place ? agreement[0] : agreement[1 + (index % 2)]!,
      ),
    ),
  );

const tables = {
  id: 'bfn-table-de-correspondance',
  title: 'Baromètre France Num – table de correspondance',
  csv: portalCsv(correspondence()),
};
const edition = (faulty = false) => ({
  id: 'bfn-resultats-2025',
  title: 'Baromètre France Num 2025',
  csv: portalCsv(results(faulty)),
});
const official = {
  id: 'questions-reponses',
  title: 'Baromètre France Num – résultats',
  csv: portalCsv([
    {
      code_unifie: 501,
      libelle_reponse: agreement[0],
      poids_reponse: 900,
      region: 'Toutes régions',
      secteur: 'Tous secteurs',
      taille: 'Toutes tailles',
      annee: '2025',
      poids_question: 2400,
      score: 37.5,
      libelle_reponse_unifie: agreement[0],
    },
  ]),
};

const open: { close(): Promise<void> }[] = [];
const folders: string[] = [];
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'numoscope-cli-'));
  folders.push(folder);
  return folder;
}

async function portal(
  ...datasets: Parameters<typeof startPortal>[0]['datasets']
): Promise<StandIn> {
  const started = await startPortal({ datasets });
  open.push(started);
  return started;
}

describe('numoscope ingest, from a portal', () => {
  it('publishes, ends with 0, and does nothing more while nothing changes', async () => {
    const { url, requests } = await portal(tables, edition(), official);
    const environment = { NUMOSCOPE_DATA: await dataFolder(), NUMOSCOPE_SOURCE: url };
    const first = await numoscope(['ingest', '--json'], environment);
    expect([first.code, first.err]).toEqual([0, expect.any(String)]);
    const summary = JSON.parse(first.out);
    expect(summary).toMatchObject({ status: 'published', warehouse: expect.any(String) });
    expect(
      summary.datasets
        .map(({ id, kind, edition: year, rows, kept, rejected }: Record<string, unknown>) => [
          id,
          kind,
          year,
          rows,
          kept,
          rejected,
        ])
        .sort(),
    ).toEqual([
      ['bfn-resultats-2025', 'microdata', 2025, 240, 240, 0],
      ['bfn-table-de-correspondance', 'correspondence', null, 5, 5, 0],
      ['questions-reponses', 'published', null, 1, 1, 0],
    ]);
    const downloads = requests.filter(({ path }) => /exports\/(csv|parquet)/u.test(path)).length;
    const second = await numoscope(['ingest', '--json'], environment);
    expect([second.code, JSON.parse(second.out).status]).toEqual([0, 'unchanged']);
    expect(requests.filter(({ path }) => /exports\/(csv|parquet)/u.test(path))).toHaveLength(
      downloads,
    );
  });

  it('ends with 3 when a row is rejected, and says which, where and why', async () => {
    const { url } = await portal(tables, edition(true), official);
    const data = await dataFolder();
    const { code, err } = await numoscope(['ingest', '--source', url], { NUMOSCOPE_DATA: data });
    expect(code).toBe(3);
    expect(err).toMatch(
      /bfn-resultats-2025: ingested, 240 rows read, 239 kept, 1 rejected\..*line 5/u,
    );
    const again = await numoscope(['ingest', '--source', url], { NUMOSCOPE_DATA: data });
    expect([again.code, again.err]).toEqual([3, expect.stringMatching(/239 kept, 1 rejected/u)]);
    const rejects = Papa.parse(await readFile(join(data, 'current', 'rejects.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(rejects.data).toEqual([
      expect.objectContaining({
        dataset: 'bfn-resultats-2025',
        line: '5',
        column: 'departement',
        value: 'Atlantide',
      }),
    ]);
  });

  it('ends with 3 when a data set is cut short, and keeps the rest', async () => {
    const { url } = await portal(tables, edition(), { ...official, faults: ['empty-success'] });
    const { code, out } = await numoscope(['ingest', '--source', url, '--json'], {
      NUMOSCOPE_DATA: await dataFolder(),
    });
    const { status, datasets } = JSON.parse(out);
    expect([code, status]).toEqual([3, 'published-with-losses']);
    expect(datasets.find(({ id }: { id: string }) => id === 'questions-reponses')).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/questions-reponses/u),
    });
  });

  it('says when the portal sends more rows than it announces', async () => {
    const { url } = await portal(tables, edition(), { ...official, faults: ['more-rows'] });
    const { err } = await numoscope(['ingest', '--source', url], {
      NUMOSCOPE_DATA: await dataFolder(),
    });
    expect(err).toMatch(/questions-reponses: ingested.*The portal announces 1 rows and sent 2\./u);
  });

  it('ends with 1 and touches nothing when the portal cannot be reached', async () => {
    const { url } = await portal(tables, edition(), official);
    const data = await dataFolder();
    await numoscope(['ingest', '--source', url], { NUMOSCOPE_DATA: data });
    const before = await readFile(join(data, 'current', 'quality.json'), 'utf8');
    const { code, err } = await numoscope(['ingest', '--source', 'http://127.0.0.1:9'], {
      NUMOSCOPE_DATA: data,
    });
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/http:\/\/127\.0\.0\.1:9.*cannot be reached/u),
    ]);
    expect(await readFile(join(data, 'current', 'quality.json'), 'utf8')).toBe(before);
  });

  it('publishes nothing with --dry-run', async () => {
    const { url } = await portal(tables, edition(), official);
    const { code, out } = await numoscope(['ingest', '--source', url, '--dry-run', '--json'], {
      NUMOSCOPE_DATA: await dataFolder(),
    });
    expect([code, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({ status: 'dry-run', warehouse: null }),
    ]);
  });
});

describe('numoscope over a warehouse', () => {
  let environment: Record<string, string>;
  beforeAll(async () => {
    const { url } = await portal(tables, edition(), official);
    environment = { NUMOSCOPE_DATA: await dataFolder() };
    await numoscope(['ingest', '--source', url], environment);
  });

  const ranking = [
    'query',
    'rankings',
    '--by',
    'department',
    '--question',
    '501',
    '--answer',
    'TOUT À FAIT d’accord',
    '--sort',
    'count',
  ];

  it('prints a ranking as an aligned table', async () => {
    const { code, out } = await numoscope(ranking, environment);
    expect(code).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => line.trim().split(/ {2,}/u));
    const [head = [], ...body] = lines.slice(1);
    const at = (column: string) => head.indexOf(column);
    expect(lines[0]!.join(' ')).toContain('edition 2025');
    expect(body.map((line) => [line[at('label')], line[at('count')]])).toEqual([
      ['Finistère', '40'],
      ['Morbihan', '30'],
      ["Côtes-d'Armor", '20'],
    ]);
  });

  it('prints a ranking as the list of targets of the page, for a CRM', async () => {
    const { out } = await numoscope([...ranking, '--format', 'list'], environment);
    const { data, meta } = Papa.parse<Record<string, string>>(out.trimEnd(), {
      header: true,
      skipEmptyLines: true,
    });
    expect(meta.fields?.slice(0, 7)).toEqual([
      'rang',
      'rang_bas',
      'rang_haut',
      'groupe',
      'code_departement',
      'departement',
      'base_repondants',
    ]);
    expect(data.map((line) => [line.code_departement, line.departement, line.reponses])).toEqual([
      ['29', 'Finistère', '40'],
      ['56', 'Morbihan', '30'],
      ['22', 'Côtes-d’Armor', '20'],
    ]);
    for (const { source, commercial } of data) {
      expect(source).toMatch(/^Source\u202f: Baromètre France Num 2025/u);
      expect(commercial).toBe('');
    }
  });

  it('says on the error stream what a ranking is to be read with', async () => {
    const few = [...ranking, '--department', '22'];
    const { err, out } = await numoscope(few, environment);
    const { cautions } = JSON.parse(
      (await numoscope([...few, '--format', 'json'], environment)).out,
    );
    const said = cautions
      .filter(({ code }: { code: string }) => code !== 'origin')
      .map((caution: Caution) => sayCaution(caution, 'en'));
    expect(said.length).toBeGreaterThan(0);
    for (const sentence of said) {
      expect(err).toContain(sentence);
      expect(out).not.toContain(sentence);
    }
  });

  it('names the columns of that list in English on demand', async () => {
    const { out } = await numoscope([...ranking, '--format', 'list', '--lang', 'en'], environment);
    const [head, first] = out.split('\n');
    expect(head).toMatch(/^rank,rank_low,rank_high,group,department_code,department,/);
    expect(first).toMatch(/^1,.*,29,Finistère,80,/);
    expect(head).toMatch(/,source,salesperson\r?$/);
  });

  it('prints the API’s answer as JSON and as CSV', async () => {
    const json = JSON.parse((await numoscope([...ranking, '--format', 'json'], environment)).out);
    expect(
      json.rows.map(({ rank, n, count, share }: Record<string, number>) => [rank, n, count, share]),
    ).toEqual([
      [1, 80, 40, 0.5],
      [2, 80, 30, 0.375],
      [3, 80, 20, 0.25],
    ]);
    const csv = Papa.parse<Record<string, string>>(
      (await numoscope([...ranking, '--format', 'csv'], environment)).out,
      { header: true, skipEmptyLines: true },
    );
    expect(csv.data.map((line) => [line.department, line.share])).toEqual([
      ['29', '0.5'],
      ['56', '0.375'],
      ['22', '0.25'],
    ]);
  });

  it('takes a switch without a value', async () => {
    const { out } = await numoscope(
      ['query', 'crosstab', '--question', '501', '--by', 'department', '--letters', '--format=csv'],
      environment,
    );
    const { data } = Papa.parse<Record<string, string>>(out.trimEnd(), { header: true });
    const lines = data.filter(({ answer }) => answer === "Tout à fait d'accord");
    expect(lines.map(({ letter, share, higher_than: lower }) => [letter, share, lower])).toEqual([
      ['A', '0.25', ''],
      ['B', '0.5', 'A'],
      ['C', '0.375', ''],
      ['', '0.375', ''],
    ]);
  });

  it('verifies with one JSON result, and ends with 1 when a figure differs', async () => {
    const { code, out } = await numoscope(['verify', '--json'], environment);
    const result = JSON.parse(out);
    expect(result.figures).toContainEqual(
      expect.objectContaining({ id: 'reconcile-2025', verdict: 'ok' }),
    );
    expect([code, result.failed > 0]).toEqual([1, true]);
    expect(result.passed + result.failed + result.skipped).toBe(result.figures.length);
  });

  it.each([
    [['query', 'crosstab', '--question', '9999'], /9999/u],
    [['query', 'crosstab'], /^--question: The parameter “question” is required\.$/u],
    [
      ['query', 'crosstab', '--question', '501', '--by', 'age'],
      /^--by: “age” is not a value of “by”\. Allowed: department, region, sector, size\.$/u,
    ],
    [
      ['query', 'crosstab', '--question', 'abc'],
      /^--question: “question” is a whole number, not “abc”\.$/u,
    ],
    [['ingest', '--edition', 'last'], /give a year/u],
    [['ingest', '--column', 'Poids=poid'], /"poid" is no field; the fields are .*weight/u],
    [['inspect', 'x.csv', '--edition', 'last'], /give a year/u],
    [['ingest', '--source', '/no/such/folder'], /\/no\/such\/folder/u],
    [['serve', '--port', '99999999'], /port/u],
    [['ingst'], /unknown command 'ingst': 'numoscope --help' lists them/u],
    [['ingest', './exports'], /'ingest' takes options only: name the folder.*--source/u],
    [
      ['query', 'crosstab', '--regoin', '53'],
      /'--regoin' \(Did you mean --region\?\): 'numoscope query crosstab --help' lists them/u,
    ],
    [['inspect'], /argument 'S': 'numoscope inspect --help' says what it is/u],
    [['query', 'crosstab', '501'], /'crosstab' takes options only: --help/u],
  ])('answers %j with one sentence', async (words, sentence) => {
    const { code, err } = await numoscope(words, environment);
    expect([code, err.trim().split('\n')]).toEqual([
      words[1] === '--source' ? 1 : 2,
      [expect.stringMatching(sentence)],
    ]);
  });
});

it.each(['crosstab', 'trends', 'rankings', 'compare', 'movers', 'stories'])(
  'explains query %s in English, every option',
  async (view) => {
    const { code, out } = await numoscope(['query', view, '--help']);
    expect(code).toBe(0);
    expect(out.replace(/API’s/g, '')).not.toMatch(/[éèêàçù«»]|\b(?:de|la|les|une?|par|ou)\b/u);
    for (const [, described] of out.matchAll(/^ {2}--\w+ \S+ {2,}(\S.*)?$/gmu)) {
      expect(described?.trim()).toBeTruthy();
    }
  },
);

it('reads a lone file whose edition only the call knows', async () => {
  const folder = await dataFolder();
  const file = join(folder, 'resultats.csv');
  await writeFile(file, portalCsv(results()));
  const environment = { NUMOSCOPE_DATA: join(folder, 'data') };
  const silent = await numoscope(['ingest', '--source', file], environment);
  expect([silent.code, silent.err]).toEqual([
    1,
    expect.stringMatching(/resultats\.csv does not say which edition.*--edition/u),
  ]);
  const told = await numoscope(
    ['ingest', '--source', file, '--edition', '2026', '--json'],
    environment,
  );
  expect([told.code, JSON.parse(told.out).datasets]).toEqual([
    0,
    [expect.objectContaining({ edition: 2026, kept: 240 })],
  ]);
});

it('inspects a file that is no data of the survey with one sentence', async () => {
  const file = join(await dataFolder(), 'letter.csv');
  await writeFile(file, '%PDF-1.7\n');
  const { code, err } = await numoscope(['inspect', file]);
  expect([code, err.trim().split('\n')]).toEqual([1, [expect.stringMatching(/letter\.csv.*PDF/u)]]);
});

it('says how to make a warehouse when there is none', async () => {
  const { code, err } = await numoscope(['verify'], { NUMOSCOPE_DATA: await dataFolder() });
  expect([code, err]).toEqual([2, expect.stringMatching(/numoscope ingest.*numoscope demo/u)]);
});
