import { expect, test } from 'vitest';
import { correspondence, place, questionLabels, response } from './survey-files.ts';

const answers = 'select question, label, missing from answers order by question, answer';

test('one answer written in several ways is one, under the wording of its latest edition', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-2024-resultats-2024': [
      response({ id: 'a' }, 802, questionLabels[802], 'J’en ai', { libelle_reponse_unifie: null }),
      response({ id: 'b' }, 802, questionLabels[802], "Je n'en ai pas", {
        libelle_reponse_unifie: null,
      }),
      response({ id: 'c' }, 802, questionLabels[802], 'Ne sait pas', {
        libelle_reponse_unifie: null,
      }),
    ],
    'bfn-resultats-2025': [
      response({ id: 'a' }, 802, questionLabels[802], 'Oui'),
      response({ id: 'b' }, 802, questionLabels[802], 'OUI'),
      response({ id: 'c' }, 802, questionLabels[802], 'Oui '),
      response({ id: 'd' }, 802, questionLabels[802], 'Non'),
      response({ id: 'e' }, 802, questionLabels[802], 'Sans réponse'),
      response({ id: 'f' }, 802, questionLabels[802], 'NA'),
    ],
  });
  await there.ingest();
  expect(await there.query(answers)).toEqual([
    { question: 802, label: 'Oui', missing: false },
    { question: 802, label: 'Non', missing: false },
    { question: 802, label: 'Ne sait pas', missing: false },
    { question: 802, label: 'Sans réponse', missing: true },
  ]);
  expect(
    await there.query(
      "select edition, count(*) as rows from responses join answers using (question, answer) where label = 'Oui' group by all order by all",
    ),
  ).toEqual([
    { edition: 2024, rows: 1 },
    { edition: 2025, rows: 3 },
  ]);
});

test('the producer’s unified label names answers and joins them, the duplicates of 2025 too', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-2024-resultats-2024': [
      response({ id: 'a' }, 602, questionLabels[602], 'Etre visible', {
        libelle_reponse_unifie: 'Être visible sur internet',
      }),
    ],
    'bfn-resultats-2025': [
      response({ id: 'a' }, 602, questionLabels[602], 'Être visible sur internet', {
        libelle_reponse_unifie: 'Être visible sur internet',
      }),
      response({ id: 'b' }, 602, questionLabels[602], 'Être visible  sur Internet'),
      response({ id: 'c' }, 602, questionLabels[602], 'Trouver de nouveaux clients', {
        libelle_reponse_unifie: 'Trouver des clients',
      }),
    ],
  });
  await there.ingest();
  expect(
    await there.query(
      'select label, edition, count(*) as rows from responses join answers using (question, answer) group by all order by all',
    ),
  ).toEqual([
    { label: 'Trouver des clients', edition: 2025, rows: 1 },
    { label: 'Être visible sur internet', edition: 2024, rows: 1 },
    { label: 'Être visible sur internet', edition: 2025, rows: 2 },
  ]);
});

test('two answers offered side by side in one edition stay two, whatever a general rule says', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-resultats-2025': [
      response({ id: 'a' }, 802, questionLabels[802], 'Oui'),
      response({ id: 'b' }, 802, questionLabels[802], "J'en ai"),
      response({ id: 'c' }, 802, questionLabels[802], 'Moins de 10 %'),
      response({ id: 'd' }, 802, questionLabels[802], '< 10 %'),
      response({ id: 'e' }, 802, questionLabels[802], '> 10 %'),
    ],
  });
  await there.ingest();
  const labels = (await there.query(answers)).map(({ label }) => label);
  expect(labels).toHaveLength(5);
  expect(labels).toEqual(expect.arrayContaining(['Oui', "J'en ai", '< 10 %', '> 10 %']));
});

test('repeated rows are removed and counted; one row a respondent and question is the first', async () => {
  const one = { id: 'a', weight: '2,5' };
  const other = { id: 'b', weight: '1 000,5' };
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-resultats-2025': [
      response(one, 602, questionLabels[602], 'Être visible'),
      response(one, 602, questionLabels[602], 'Vendre'),
      response(one, 602, questionLabels[602], 'Vendre'),
      response(other, 602, questionLabels[602], 'Vendre'),
      response(other, 501, questionLabels[501], 'Oui'),
      response(one, 501, questionLabels[501], 'Sans réponse'),
    ],
  });
  const summary = await there.ingest();
  expect(summary.status).toBe('published');
  expect(summary.datasets.find(({ kind }) => kind === 'microdata')).toMatchObject({
    rows: 6,
    kept: 6,
    rejected: 0,
  });
  expect(
    await there.query(
      'select question, count(*) as rows, count_if(first) as bases, sum(weight) filter (where first) as weight, count_if(missing) as missing from responses group by all order by question',
    ),
  ).toEqual([
    { question: 501, rows: 2, bases: 1, weight: 1000.5, missing: 1 },
    { question: 602, rows: 3, bases: 2, weight: 1003, missing: 0 },
  ]);
  expect(await there.query('select question, type from question_editions order by all')).toEqual([
    { question: 501, type: 'single' },
    { question: 602, type: 'multiple' },
  ]);
  expect(
    await there.query('select edition, respondents, weight, respondent_ids from editions'),
  ).toEqual([{ edition: 2025, respondents: 2, weight: 1003, respondent_ids: true }]);
});

test('without respondent identifiers a question with too many rows is a multiple one', async () => {
  const people = [1.5, 2.5, 3.5, 4.5, 5.5].map((weight) => ({ weight }));
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-2022-resultats-2022': [
      ...people.map((person) => response(person, 501, questionLabels[501], 'Oui')),
      ...people.map((person) => response(person, 740, questionLabels[740], 'Non')),
      ...people.map((person) => response(person, 602, questionLabels[602], 'Vendre')),
      ...people
        .slice(2)
        .map((person) => response(person, 602, questionLabels[602], 'Être visible')),
    ],
  });
  await there.ingest();
  expect(
    await there.query(
      'select question, count(*) as rows, count_if(first) as bases from responses group by all order by 1',
    ),
  ).toEqual([
    { question: 501, rows: 5, bases: 5 },
    { question: 602, rows: 8, bases: 0 },
    { question: 740, rows: 5, bases: 5 },
  ]);
  expect(await there.query('select question, type from question_editions order by all')).toEqual([
    { question: 501, type: 'single' },
    { question: 602, type: 'multiple' },
    { question: 740, type: 'single' },
  ]);
  expect(await there.query('select respondents, weight, respondent_ids from editions')).toEqual([
    { respondents: 5, weight: 17.5, respondent_ids: false },
  ]);
});
