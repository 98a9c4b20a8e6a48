import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { columnsNeeded } from '../../../pipeline/fields/index.ts';
import { fixture, stage, stageFixture, temporaryFolder } from './staging.ts';

test('the second of two columns of one name is left out', async () => {
  const file = await stageFixture('duplicate-header');
  expect(file.staged).toEqual([
    { question_code: '501', answer_label: 'Oui', weight: '0.8', department: '29' },
  ]);
  expect(file.warnings).toEqual(['« poids » heads columns 3 and 4; the first is used.']);
});

test('a column without a header is left out', async () => {
  const file = await stageFixture('empty-header');
  expect(file.fields).toEqual(['question_code', 'answer_label', 'weight']);
  expect(file.warnings).toEqual(['Column 3 has no header and is left out.']);
});

test('an unknown column is left out and named', async () => {
  const file = await stageFixture('unknown-column');
  expect(file.columns.at(-1)).toEqual({ source: 'humeur', field: null, how: 'unknown' });
  expect(file.warnings).toEqual(['« humeur » is not a known column and is left out.']);
});

test('unified columns win over those they replace, wherever they stand', async () => {
  const file = await stageFixture('older-columns-too');
  expect(file.staged).toEqual([
    {
      question_code: '501',
      question_label: 'Actuel',
      answer_label: 'Oui',
      weight: '0.8',
      sector: 'Bâtiment - Construction',
    },
  ]);
  expect(file.columns[0]).toEqual({ source: 'code', field: null, how: 'alias' });
  expect(file.warnings).toEqual([
    '« code » is left out: « code_unifie » holds question_code.',
    '« secteur » is left out: « secteur_unifies » holds sector.',
    '« libelle_2023 » is left out: « libelle_unifie » holds question_label.',
  ]);
});

test("the portal's labels are known as its technical names are", async () => {
  const file = await stageFixture('portal-labels');
  expect(file.columns.map(({ field, how }) => [field, how])).toEqual([
    ['question_code', 'label'],
    ['question_label', 'label'],
    ['answer_label', 'label'],
    ['weight', 'label'],
    ['size', 'label'],
    ['sector', 'label'],
    ['department', 'label'],
  ]);
});

test('a header is known with or without its little words', async () => {
  const file = await stageFixture('little-words');
  expect(file.columns.map(({ field }) => field)).toEqual([
    'respondent',
    'question_code',
    'question_label',
    'answer_label',
    'weight',
    'size',
    'sector',
    'department',
  ]);
});

test('a header named by hand wins over the aliases', async () => {
  const file = await stageFixture('duplicate-header', { columns: { Departement: 'region' } });
  expect(file.columns.at(-1)).toEqual({ source: 'departement', field: 'region', how: 'override' });
  expect(file.fields).toEqual(['question_code', 'answer_label', 'weight', 'region']);
});

test('a hand-named header makes a file readable', async () => {
  const file = await stageFixture('missing-weight', { columns: { departement: 'weight' } });
  expect(file.staged).toEqual([{ question_code: '501', answer_label: 'Oui', weight: '29' }]);
});

describe('the kind of data set and its edition', () => {
  test('official aggregates', async () => {
    const file = await stageFixture('published');
    expect(file).toMatchObject({ kind: 'published', edition: null, warnings: [] });
    expect(file.staged).toEqual([
      {
        question_code: '501',
        answer_label: 'Oui',
        answer_unified: 'Oui',
        answer_weight: '12',
        base_weight: '20',
        score: '60',
        region: 'Toutes régions',
        sector: 'Tous secteurs',
        size: 'Toutes tailles',
        year: '2025',
      },
    ]);
  });

  test('the table of correspondence, by the portal’s labels', async () => {
    const file = await stageFixture('correspondence');
    expect(file).toMatchObject({ kind: 'correspondence', edition: null, warnings: [] });
    expect(file.staged).toEqual([
      {
        question_code: '501',
        question_label: 'Bénéfice réel',
        chapter_order: '5',
        chapter: 'Perception\nnumérique',
        direction: 'Favorable',
        code_2023: '201',
        label_2023: 'Bénéfice',
        presentation_2023: 'Barres',
      },
    ]);
  });

  test('an edition given wins over the id, the id over a column', async () => {
    expect((await stageFixture('clean', { edition: 2019 })).edition).toBe(2019);
    expect((await stageFixture('no-edition', { edition: 2026 })).edition).toBe(2026);
    const path = join(await temporaryFolder(), 'bfn-2024-resultats-2026-03-14.csv');
    await copyFile(await fixture('clean'), path);
    expect((await stage(path)).edition).toBe(2024);
    const file = await stageFixture('edition-column');
    expect(file.edition).toBeNull();
    expect(file.staged[0]?.edition).toBe('2024');
  });
});

describe('the columns to ask a portal for', () => {
  const named = (...names: string[]) => names.map((name) => ({ name, label: name }));

  test('only those that hold a field', () => {
    const fields = named('humeur', 'code_unifie', 'libelle_reponse', 'poids', 'code', 'region');
    expect(columnsNeeded(fields)).toEqual(['code_unifie', 'libelle_reponse', 'poids', 'region']);
  });

  test('by their labels where the technical names say nothing', () => {
    const fields = [
      { name: 'q1', label: 'Code question' },
      { name: 'r1', label: 'Libellé réponse' },
      { name: 'p1', label: 'Pondération' },
    ];
    expect(columnsNeeded(fields)).toEqual(['q1', 'r1', 'p1']);
  });

  test('all when they make up no kind of data set', () => {
    expect(columnsNeeded(named('a', 'b'))).toBeNull();
    expect(columnsNeeded(named('code_unifie', 'libelle_reponse', 'departement'))).toBeNull();
  });
});
