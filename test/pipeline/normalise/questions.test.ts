import { expect, test } from 'vitest';
import { correspondence, place, questionLabels, response } from './survey-files.ts';

const counts =
  'select question, edition, count(*) as rows from responses group by all order by all';

test('a former code is translated by its edition, and today’s same code is another question', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-2023-resultats-2023': [
      response({ id: 'a' }, 201, questionLabels[501], "Tout à fait d'accord"),
      response({ id: 'a' }, '001', questionLabels[201], 'Industrie'),
      response({ id: 'b' }, '201', questionLabels[501], "Plutôt d'accord"),
      response({ id: 'b' }, '1', questionLabels[201], 'Industrie'),
    ],
    'bfn-resultats-2025': [
      response({ id: 'a' }, '201.0', questionLabels[201], 'Industrie'),
      response({ id: 'a' }, 501, questionLabels[501], "Tout à fait d'accord"),
    ],
  });
  const summary = await there.ingest();
  expect(summary.status).toBe('published');
  expect(await there.query(counts)).toEqual([
    { question: 201, edition: 2023, rows: 2 },
    { question: 201, edition: 2025, rows: 1 },
    { question: 501, edition: 2023, rows: 2 },
    { question: 501, edition: 2025, rows: 1 },
  ]);
});

test('a former edition exported again with today’s codes is believed for its wording', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-2023-resultats-2023': [
      response(
        { id: 'a' },
        501,
        'DANS L’ENSEMBLE, je trouve que le numérique aujourd’hui représente un bénéfice réel pour mon entreprise !',
        'Oui',
      ),
      response({ id: 'a' }, 201, "Secteur d'activité de l’entreprise", 'Industrie'),
    ],
  });
  await there.ingest();
  expect(await there.query(counts)).toEqual([
    { question: 201, edition: 2023, rows: 1 },
    { question: 501, edition: 2023, rows: 1 },
  ]);
});

test('a code whose wording belongs to no candidate is refused with the wordings of both', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-2023-resultats-2023': [
      response({ id: 'a' }, 201, questionLabels[501], "Tout à fait d'accord"),
      response({ id: 'a' }, 302, 'Moyens de paiement acceptés par votre commerce', 'Chèque'),
    ],
  });
  const summary = await there.ingest();
  expect(summary.status).toBe('published-with-losses');
  expect(summary.datasets.find(({ kind }) => kind === 'microdata')).toMatchObject({
    edition: 2023,
    rows: 2,
    kept: 1,
    rejected: 1,
  });
  const [reject] = await there.query('select * from rejects');
  expect(reject).toMatchObject({
    dataset: 'bfn-2023-resultats-2023',
    file: 'bfn-2023-resultats-2023.csv',
    line: 3,
    column: 'code_unifie',
    value: '302',
  });
  expect(reject!.reason).toContain('Moyens de paiement acceptés');
  expect(reject!.reason).toContain('Bénéfices apportés par le site');
});

test('without a wording the edition’s own code is translated, and only the others are today’s', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-2023-resultats-2023': [
      response({ id: 'a' }, 201, null, "Tout à fait d'accord"),
      response({ id: 'a' }, 740, null, 'Oui'),
    ],
  });
  await there.ingest();
  expect(await there.query(counts)).toEqual([
    { question: 501, edition: 2023, rows: 1 },
    { question: 740, edition: 2023, rows: 1 },
  ]);
});

test('a row without a code is found by its wording, else refused', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-2022-resultats-2022': [
      response({}, null, questionLabels[501], "Tout à fait d'accord"),
      response({}, null, 'Une phrase que personne ne connaît', 'Oui'),
      response({}, null, null, 'Oui'),
    ],
  });
  const summary = await there.ingest();
  expect(summary.datasets.find(({ kind }) => kind === 'microdata')).toMatchObject({
    rows: 3,
    kept: 1,
    rejected: 2,
  });
  expect(await there.query(counts)).toEqual([{ question: 501, edition: 2022, rows: 1 }]);
  expect(await there.query('select line from rejects order by line')).toEqual([
    { line: 3 },
    { line: 4 },
  ]);
});

test('an edition that nobody foresaw is read with today’s codes; a new question keeps its own', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-resultats-2026': [
      response({ id: '1' }, 501, questionLabels[501], "Tout à fait d'accord"),
      response({ id: '1' }, 808, 'Usage d’agents autonomes', 'Oui'),
    ],
  });
  const summary = await there.ingest();
  expect(summary.datasets.find(({ kind }) => kind === 'microdata')).toMatchObject({
    edition: 2026,
    kept: 2,
    rejected: 0,
  });
  expect(
    await there.query('select question, label, chapter_label from questions order by question'),
  ).toEqual([
    { question: 501, label: questionLabels[501], chapter_label: 'Chapitre 5' },
    { question: 808, label: "Usage d'agents autonomes", chapter_label: 'Autres questions' },
  ]);
});

test('without the table of codes the questionnaire shipped with the program translates', async () => {
  const there = await place({
    'bfn-2023-resultats-2023': [
      response({ id: 'a' }, 201, questionLabels[501], "Tout à fait d'accord"),
    ],
  });
  await there.ingest();
  expect(await there.query(counts)).toEqual([{ question: 501, edition: 2023, rows: 1 }]);
});

test('favourable answers follow the producer’s rule, the direction its own word', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-resultats-2025': [
      response({ id: 'a' }, 501, questionLabels[501], "Tout à fait d'accord"),
      response({ id: 'b' }, 501, questionLabels[501], "Plutôt d'accord"),
      response({ id: 'c' }, 501, questionLabels[501], 'Ne sait pas'),
      response({ id: 'a' }, 740, questionLabels[740], 'Oui'),
      response({ id: 'b' }, 740, questionLabels[740], 'Non'),
      response({ id: 'a' }, 201, questionLabels[201], 'Industrie'),
    ],
  });
  await there.ingest();
  expect(
    await there.query(
      "select question, direction, array_to_string(favourable, '|') as favourable from questions order by 1",
    ),
  ).toEqual([
    { question: 201, direction: 'neutral', favourable: '' },
    { question: 501, direction: 'favourable', favourable: "Tout à fait d'accord|Plutôt d'accord" },
    { question: 740, direction: 'favourable', favourable: 'Oui' },
  ]);
});
