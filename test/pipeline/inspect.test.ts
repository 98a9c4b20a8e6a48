import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectSource, renderInspection } from '../../pipeline/inspect.ts';
import { UnreadableFile } from '../../pipeline/types.ts';
import { type StandIn, startPortal } from '../portal-stand-in/portal.ts';
import { place } from './normalise/survey-files.ts';
import { fixture, temporaryFolder } from './read/staging.ts';

const nowhere = { portal: 'http://127.0.0.1:1' };

test('a file that reads well: dialect, columns, sample, nothing to do', async () => {
  const { files, problems } = await inspectSource(await fixture('quoted-line-breaks'), nowhere);
  expect(problems).toEqual([]);
  expect(files).toMatchObject([
    {
      dataset: 'bfn-resultats-2025',
      file: 'bfn-resultats-2025.csv',
      kind: 'microdata',
      edition: 2025,
      dialect: { format: 'csv', separator: ';', lineEnd: 'CRLF', decimal: '.' },
      missing: [],
      advice: [],
      warnings: [],
    },
  ]);
  expect(files[0]?.sample[0]).toEqual({
    code_unifie: '501',
    libelle_reponse: 'Tout à\nfait',
    poids: '0.8',
    departement: '29',
  });
});

test('a new edition with an unknown weight: what is missing and how to name it', async () => {
  const path = join(await temporaryFolder(), 'bfn-resultats-2026.csv');
  await writeFile(path, 'Code unifié;Réponse;Coef. calage;Dépt\n501;Oui;0,8;29\n');
  const before = await inspectSource(path, nowhere);
  expect(before.files[0]).toMatchObject({ kind: null, nearest: 'microdata', missing: ['weight'] });
  expect(
    renderInspection(before),
  ).toBe(`bfn-resultats-2026.csv: not recognised (nearest: microdata), edition 2026
  written as: csv, utf-8, semicolons, line ends LF, decimal comma
  columns
    column        field          how
    Code unifié   question_code  by its label
    Réponse       answer_label   by its label
    Coef. calage  –              not known
    Dépt          department     by its label
  missing
    weight
  absent, not needed
    respondent, question_label, answer_unified, region, sector, size, counted_values, description
  to do
    No kind of data set is recognised; it comes closest to microdata. Say what it is with --kind microdata, --kind published or --kind correspondence.
    By their first values, to be checked with the records below: --column "Coef. calage=weight".
    No column holds weight: name the right one, for instance --column "Coef. calage=weight", or add its header to "weight" of "microdata" in data/column-aliases.json.
  to know
    « Coef. calage » is not a known column and is left out.
  first records
    record 1
      Code unifié: 501
      Réponse: Oui
      Coef. calage: 0,8
      Dépt: 29`);
  const columns = { 'Coef. calage': 'weight' };
  const after = await inspectSource(path, { ...nowhere, columns });
  expect(after.files[0]).toMatchObject({ kind: 'microdata', missing: [], advice: [] });
});

test('a file of unknown headers is mapped by the advice alone', async () => {
  const { source, put, ingest } = await place();
  const headers = 'N° ITW;Q;Texte;R;Extrapolation;Zone;Terr.;Branche;Classe;Vide;Vu';
  const people = [
    ['a', 'Oui', '120,5', 'Finistère', 'Bretagne', 'Industrie', '0 salarié'],
    ['b', 'Non', '80', 'Paris', 'Île-de-France', 'Commerce', '1 à 9 salariés'],
    ['c', 'Oui', '12,25', '2A', 'Corse', 'Agriculture', '10 à 49 salariés'],
  ];
  const rows = people.map(([id, ...rest]) =>
    [id, '801', "Intelligence artificielle : taux d'utilisation global", ...rest, '', '1'].join(
      ';',
    ),
  );
  await put('enquete-2026', [headers, ...rows].join('\n'));
  const { files } = await inspectSource(source, nowhere);
  const proposed = files[0]?.advice.find((sentence) =>
    sentence.startsWith('By their first values'),
  );
  const columns = Object.fromEntries(
    [...(proposed ?? '').matchAll(/--column "(.+?)=(\w+)"/gu)].map(([, header, field]) => [
      header,
      field,
    ]),
  );
  expect(columns).toEqual({
    'N° ITW': 'respondent',
    Q: 'question_code',
    Texte: 'question_label',
    R: 'answer_label',
    Extrapolation: 'weight',
    Zone: 'department',
    'Terr.': 'region',
    Branche: 'sector',
    Classe: 'size',
  });
  const summary = await ingest({ columns: columns as Record<string, string> });
  expect(summary.datasets).toMatchObject([{ edition: 2026, rows: 3, kept: 3, rejected: 0 }]);
});

test('a mapping that changes nothing is told', async () => {
  const columns = { Absent: 'weight', libelle_reponse: 'reponse' };
  const { files } = await inspectSource(await fixture('clean'), { ...nowhere, columns });
  expect(files[0]?.advice).toEqual([
    '--column "Absent=weight" is not used: no column is called « Absent ».',
    '--column "libelle_reponse=reponse" is not used: microdata has no field reponse, only edition, respondent, question_code, question_label, answer_label, answer_unified, weight, department, region, sector, size, counted_values, description.',
  ]);
});

test('microdata whose edition nothing tells', async () => {
  const path = await fixture('no-edition');
  const { files } = await inspectSource(path, nowhere);
  expect(files[0]).toMatchObject({ kind: 'microdata', edition: null });
  expect(files[0]?.advice).toEqual([
    'Nothing tells the edition: put the year into the file name (resultats-2026.csv) or name the column that holds it with --column "Header=edition"; inspect also takes --edition 2026.',
  ]);
  const told = await inspectSource(path, { ...nowhere, edition: 2026 });
  expect(told.files[0]).toMatchObject({ edition: 2026, advice: [] });
});

test('a kind given by hand is taken at its word', async () => {
  const { files } = await inspectSource(await fixture('clean'), { ...nowhere, kind: 'published' });
  expect(files[0]).toMatchObject({
    kind: 'published',
    missing: ['year', 'score or answer_weight with base_weight'],
  });
});

test('a folder: each of its files, and those that are no table', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'bfn-2024.csv'), await readFile(await fixture('clean')));
  await writeFile(join(folder, 'bfn-2025.csv'), await readFile(await fixture('web-page')));
  const inspection = await inspectSource(folder, nowhere);
  expect(inspection.files.map(({ dataset, edition }) => [dataset, edition])).toEqual([
    ['bfn-2024', 2024],
  ]);
  const message =
    'bfn-2025.csv is a web page, not data (it starts with "<!DOCTYPE html>"): download the data set again.';
  expect(inspection.problems).toEqual([{ dataset: 'bfn-2025', file: 'bfn-2025.csv', message }]);
  expect(renderInspection(inspection)).toContain(`\n\nnot read\n  ${message}`);
  const one = await inspectSource('bfn-2024', { portal: folder });
  expect(one.files).toHaveLength(1);
});

test('one file that is no table, and nothing at all, are refused in a sentence', async () => {
  await expect(inspectSource(await fixture('pdf'), nowhere)).rejects.toBeInstanceOf(UnreadableFile);
  await expect(inspectSource('no/such.csv', nowhere)).rejects.toThrow(
    "no/such.csv does not exist: give a file, a folder, a portal's address or a data set id.",
  );
});

describe('a portal', () => {
  let portal: StandIn;
  beforeAll(async () => {
    const csv = (await readFile(await fixture('clean'))).toString();
    portal = await startPortal({
      datasets: [
        { id: 'bfn-resultats-2025', title: 'Baromètre France Num 2025', csv },
        { id: 'bfn-2024-resultats', title: 'Baromètre France Num 2024', csv },
        { id: 'bfn-nouvelle-edition', title: 'Baromètre France Num : résultats 2026', csv },
      ],
    });
  });
  afterAll(() => portal.close());

  test('the id of one of its data sets', async () => {
    const { files } = await inspectSource('bfn-resultats-2025', { portal: portal.url });
    expect(files).toMatchObject([
      { dataset: 'bfn-resultats-2025', kind: 'microdata', missing: [] },
    ]);
    expect(files[0]?.sample).toHaveLength(2);
  });

  test('its address, and the address of one data set', async () => {
    const all = await inspectSource(portal.url, nowhere);
    expect(all.files.map(({ dataset }) => dataset).sort()).toEqual([
      'bfn-2024-resultats',
      'bfn-nouvelle-edition',
      'bfn-resultats-2025',
    ]);
    const page = `${portal.url}/explore/dataset/bfn-2024-resultats/information/`;
    expect((await inspectSource(page, nowhere)).files).toHaveLength(1);
  });

  test('an edition that only the title tells', async () => {
    const { files } = await inspectSource('bfn-nouvelle-edition', { portal: portal.url });
    expect(files).toMatchObject([{ kind: 'microdata', edition: 2026, advice: [] }]);
    const { ingest } = await place();
    const summary = await ingest({ source: portal.url, datasets: ['bfn-nouvelle-edition'] });
    expect(summary.datasets).toMatchObject([{ id: 'bfn-nouvelle-edition', edition: 2026 }]);
  });
});
