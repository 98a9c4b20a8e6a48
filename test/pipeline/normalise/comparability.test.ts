import { expect, test } from 'vitest';
import { correspondence, place, questionLabels, response } from './survey-files.ts';

test('each pair of consecutive editions says whether a question can be compared, and why not', async () => {
  const table = correspondence().map((row) => {
    if (row.code_unifie === 501) {
      return { ...row, libelle_2025: 'Le numérique est-il utile à votre entreprise ?' };
    }
    return row.code_unifie === 201 ? { ...row, libelle_2025: 'SECTEUR D’ACTIVITÉ :' } : row;
  });
  const there = await place({
    'bfn-table-de-correspondance': table,
    'bfn-2024-resultats-2024': [
      response({ id: 'a' }, 501, questionLabels[501], 'Oui'),
      response({ id: 'a' }, 201, questionLabels[201], 'Industrie'),
      response({ id: 'a' }, 602, questionLabels[602], 'Vendre'),
      response({ id: 'a' }, 740, questionLabels[740], 'Oui'),
    ],
    'bfn-resultats-2025': [
      response({ id: 'a' }, 501, 'Le numérique est-il utile à votre entreprise ?', 'Oui'),
      response({ id: 'a' }, 201, questionLabels[201], 'Industrie'),
      response({ id: 'a' }, 602, questionLabels[602], 'Être visible'),
      response({ id: 'a' }, 802, questionLabels[802], 'Oui'),
    ],
  });
  await there.ingest();
  const rows = await there.query('select * from comparability order by question');
  expect(
    rows.map(({ question, from_edition, to_edition, status }) => [
      question,
      from_edition,
      to_edition,
      status,
    ]),
  ).toEqual([
    [201, 2024, 2025, 'comparable'],
    [501, 2024, 2025, 'reworded'],
    [602, 2024, 2025, 'answers-changed'],
    [740, 2024, 2025, 'dropped'],
    [802, 2024, 2025, 'new'],
  ]);
  expect(JSON.parse(String(rows[1]!.causes))).toEqual([
    {
      code: 'reworded',
      slightly: false,
      before: questionLabels[501],
      after: 'Le numérique est-il utile à votre entreprise ?',
    },
  ]);
  expect(rows[2]!.reason).toContain('Être visible');
});

test('a question reworded in its little words is told from one that says more', async () => {
  const slightlyFrom = async (before: string, after: string) => {
    const label = { libelle_2024: before, libelle_2025: after, libelle_unifie: after };
    const there = await place({
      'bfn-table-de-correspondance': correspondence().map((line) =>
        line.code_unifie === 501 ? { ...line, ...label } : line,
      ),
      'bfn-2024-resultats-2024': [response({ id: 'a' }, 501, before, 'Oui')],
      'bfn-resultats-2025': [response({ id: 'b' }, 501, after, 'Oui')],
    });
    await there.ingest();
    const [row] = await there.query('select causes from comparability where question = 501');
    const [cause] = JSON.parse(String(row!.causes));
    return [cause.code, cause.slightly];
  };
  const clients = 'Part des clients provenant';
  const invoices = 'Part des factures structurées';
  expect([
    await slightlyFrom(`${clients} de l'internet`, `${clients} d'internet`),
    await slightlyFrom(invoices, `${invoices} (hors PDF simple et courriel)`),
  ]).toEqual([
    ['reworded', true],
    ['reworded', false],
  ]);
});

test('what is known of a question from elsewhere goes before what its files show', async () => {
  const label = "Utilisation de l'intelligence artificielle";
  const line = { code_2023: 801, code_2024: 801, libelle_2023: label, libelle_2024: label };
  const there = await place({
    'bfn-table-de-correspondance': [
      { ordre_chapitre: 8, chapitre: 'IA', ...line, code_unifie: 801, libelle_unifie: label },
    ],
    'bfn-2023-resultats-2023': [response({ id: 'a' }, 801, label, 'Oui')],
    'bfn-2024-resultats-2024': [response({ id: 'a' }, 801, label, 'Oui')],
  });
  await there.ingest();
  const [row] = await there.query('select status, reason from comparability');
  expect(row!.status).not.toBe('comparable');
  expect(row!.reason).toContain('2023');
});

test('an answer that fewer give was offered all the same; one of which a slip is left was not', async () => {
  const label = questionLabels[501];
  const given = (edition: string, rarely: number, often: number) =>
    Array.from({ length: 200 }, (_, index) => {
      const answer = index < rarely ? 'Autre' : index < rarely + often ? 'Cloud' : 'Oui';
      return response({ id: `${edition}${index}` }, 501, label, answer);
    });
  const statusBetween = async (before: [number, number], after: [number, number]) => {
    const there = await place({
      'bfn-table-de-correspondance': correspondence(),
      'bfn-2024-resultats-2024': given('a', ...before),
      'bfn-resultats-2025': given('b', ...after),
    });
    await there.ingest();
    const [row] = await there.query('select status, causes from comparability');
    const causes = JSON.parse(String(row!.causes)) as { code: string; answers?: string[] }[];
    return [row!.status, ...causes.map(({ code, answers }) => [code, ...(answers ?? [])])];
  };
  expect(await statusBetween([4, 60], [1, 60])).toEqual(['comparable']);
  expect(await statusBetween([1, 60], [4, 1])).toEqual([
    'answers-changed',
    ['answers-dropped', 'Cloud'],
  ]);
  expect(await statusBetween([0, 60], [4, 60])).toEqual([
    'answers-changed',
    ['answers-added', 'Autre'],
  ]);
});
