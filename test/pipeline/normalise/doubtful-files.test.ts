import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  correspondence,
  type Place,
  place,
  questionLabels,
  type Row,
  response,
} from './survey-files.ts';

const survey = (rows: readonly Row[], dataset = 'bfn-resultats-2025'): Promise<Place> =>
  place({ 'bfn-table-de-correspondance': correspondence(), [dataset]: rows });

interface Quality {
  datasets: { kind: string; warnings: string[] }[];
}

const warningsOf = async (there: Place): Promise<string> => {
  const file = join(there.dataFolder, 'current', 'quality.json');
  const quality = JSON.parse(await readFile(file, 'utf8')) as Quality;
  return quality.datasets.flatMap(({ warnings }) => warnings).join('\n');
};

test('identifiers that number the rows are not taken for respondents', async () => {
  const there = await survey([
    response({ id: '1', weight: 1.5 }, 501, questionLabels[501], 'Oui'),
    response({ id: '2', weight: 2.5 }, 501, questionLabels[501], 'Non'),
    response({ id: '3', weight: 1.5 }, 740, questionLabels[740], 'Oui'),
    response({ id: '4', weight: 2.5 }, 740, questionLabels[740], 'Non'),
  ]);
  await there.ingest();
  expect(await there.query('select respondents, weight, respondent_ids from editions')).toEqual([
    { respondents: 2, weight: 4, respondent_ids: false },
  ]);
  expect(await warningsOf(there)).toContain('number rows, not respondents');
});

test('a respondent whose weight or profile varies keeps the first row’s, and it is said', async () => {
  const there = await survey([
    response({ id: 'a', weight: 1, sector: 'Industrie' }, 501, questionLabels[501], 'Oui'),
    response({ id: 'a', weight: 9, sector: 'Commerce' }, 740, questionLabels[740], 'Oui'),
    response({ id: 'b', weight: 2 }, 740, questionLabels[740], 'Non'),
  ]);
  await there.ingest();
  expect(
    await there.query('select distinct weight, sector from responses where respondent = 1'),
  ).toEqual([{ weight: 1, sector: 2 }]);
  expect(await warningsOf(there)).toMatch(/1 respondents? ha(s|ve) several weights or profiles/u);
});

test('without identifiers, several answers of a part of the respondents are seen by their weights', async () => {
  const people = Array.from({ length: 40 }, (_, index) => ({ weight: 1 + index / 7 }));
  const label = "Freins à l'usage d'agents autonomes";
  const there = await survey(
    [
      ...people.map((person) => response(person, 501, questionLabels[501], 'Oui')),
      ...people.map((person) => response(person, 740, questionLabels[740], 'Non')),
      ...people.slice(0, 10).map((person) => response(person, 809, label, 'Le coût')),
      ...people.slice(0, 8).map((person) => response(person, 809, label, 'Le temps')),
    ],
    'bfn-resultats-2026',
  );
  await there.ingest();
  expect(await there.query('select question, type from question_editions order by 1')).toEqual([
    { question: 501, type: 'single' },
    { question: 740, type: 'single' },
    { question: 809, type: 'multiple' },
  ]);
});

test('a question known for several answers is a single one where weights show that nobody gave two', async () => {
  const people = Array.from({ length: 40 }, (_, index) => ({ weight: 1 + index / 7 }));
  const label = "Incidents de cybersécurité : taux d'incidents";
  const there = await survey([
    ...people.map((person) => response(person, 501, questionLabels[501], 'Oui')),
    ...people.map((person) => response(person, 740, questionLabels[740], 'Non')),
    ...people.slice(0, 15).map((person) => response(person, 901, label, 'Oui')),
  ]);
  await there.put('bfn-table-de-correspondance', [
    ...correspondence(),
    { code_unifie: '901', libelle_unifie: label, code_2025: '901', libelle_2025: label },
  ]);
  await there.ingest();
  expect(
    await there.query(
      'select type, (select count(*) from responses where question = 901 and first) as base from question_editions where question = 901',
    ),
  ).toEqual([{ type: 'single', base: 15 }]);
});

test('rows keep their order, and rejects their lines, where few have the same profile', async () => {
  const codes = [501, 740] as const;
  const writings = ['Ain', '01', '1', '(01) Ain', 'AIN', 'Ain (01)', '01 - Ain', 'Ain'];
  const there = await survey(
    Array.from({ length: 2_400 }, (_, index) => {
      const code = codes[index % 2]!;
      return response(
        {
          id: `r${Math.floor(index / 8)}`,
          weight: index % 400 === 398 ? 'x' : 1 + Math.floor(index / 8) / 7,
          department: writings[index % 8]!,
        },
        code,
        questionLabels[code],
        `Réponse ${index % 30}`,
      );
    }),
  );
  await there.ingest();
  expect(await there.query('select line from rejects order by line')).toEqual(
    [400, 800, 1_200, 1_600, 2_000, 2_400].map((line) => ({ line })),
  );
});

test('a weight with a unit is no weight', async () => {
  const there = await survey([
    response({ id: 'a' }, 501, questionLabels[501], 'Oui'),
    response({ id: 'b', weight: '12 kg' }, 501, questionLabels[501], 'Oui'),
    response({ id: 'c', weight: 'inf' }, 501, questionLabels[501], 'Oui'),
    response({ id: 'd', weight: '1 234,5' }, 501, questionLabels[501], 'Oui'),
  ]);
  await there.ingest();
  expect(await there.query('select value from rejects order by line')).toEqual([
    { value: '12 kg' },
    { value: 'inf' },
  ]);
  expect(await there.query('select max(weight) as weight from responses')).toEqual([
    { weight: 1234.5 },
  ]);
});

test('where the survey groups two regions, a region left empty is grouped as well', async () => {
  const grouped = "Provence Alpes Côte d'Azur + Corse";
  const there = await survey([
    response({ id: 'a', region: grouped, department: 'Var' }, 501, questionLabels[501], 'Oui'),
    response({ id: 'b', region: '', department: 'Haute-Corse' }, 501, questionLabels[501], 'Oui'),
    response({ id: 'c', region: '', department: 'Ain' }, 501, questionLabels[501], 'Oui'),
  ]);
  await there.ingest();
  expect(
    await there.query(
      'select departments.code as department, regions.code as region from respondents join departments on departments.id = department join regions on regions.id = respondents.region order by 1',
    ),
  ).toEqual([
    { department: '01', region: '84' },
    { department: '2B', region: '93+94' },
    { department: '83', region: '93+94' },
  ]);
});

test('an answer that the producer added beside another stays apart, though unified with it', async () => {
  const label = "Compétences numériques dans l'entreprise";
  const unified = 'Oui, en interne';
  const there = await place({
    'bfn-table-de-correspondance': [
      { code_2025: 1401, libelle_2025: label, code_unifie: 1401, libelle_unifie: label },
    ],
    'bfn-resultats-2025': [
      response({ id: 'a' }, 1401, label, 'Oui, en interne', { libelle_reponse_unifie: unified }),
      response({ id: 'b' }, 1401, label, 'Oui, en interne (dirigeants, salariés…)', {
        libelle_reponse_unifie: unified,
      }),
    ],
  });
  await there.ingest();
  expect(await there.query('select label from answers order by label')).toEqual([
    { label: 'Oui, en interne' },
    { label: 'Oui, en interne (dirigeants, salariés…)' },
  ]);
});

test('a slip in one edition does not keep two wordings of one answer apart', async () => {
  const people = Array.from({ length: 300 }, (_, index) => ({ id: `r${index}` }));
  const there = await survey(
    people.map((person, index) =>
      response(person, 802, questionLabels[802], index === 0 ? "J'en ai" : 'Oui'),
    ),
  );
  await there.ingest();
  expect(await there.query('select label from answers')).toEqual([{ label: 'Oui' }]);
});

test('a sum written without quotation marks, and what a rule leaves out, are understood', async () => {
  const table = correspondence().map((row) => {
    if (row.code_unifie === 501) {
      return { ...row, descriptif_de_question: "Somme des réponses Tout à fait + Plutôt d'accord" };
    }
    return row.code_unifie === 740
      ? { ...row, descriptif_de_question: 'Part de « Oui » parmi les réponses hors « Non »' }
      : row;
  });
  const answers = [
    "Tout à fait d'accord",
    "Plutôt d'accord",
    "Plutôt pas d'accord",
    "Pas du tout d'accord",
  ];
  const there = await place({
    'bfn-table-de-correspondance': table,
    'bfn-resultats-2025': [
      ...answers.map((answer, index) =>
        response({ id: `r${index}` }, 501, questionLabels[501], answer),
      ),
      response({ id: 'r1' }, 740, questionLabels[740], 'Oui'),
      response({ id: 'r2' }, 740, questionLabels[740], 'Non'),
    ],
  });
  await there.ingest();
  expect(
    await there.query(
      "select question, array_to_string(favourable, '|') as favourable from questions order by 1",
    ),
  ).toEqual([
    { question: 501, favourable: "Tout à fait d'accord|Plutôt d'accord" },
    { question: 740, favourable: 'Oui' },
  ]);
});

test('an answer that hardly anyone gives makes no question incomparable', async () => {
  const people = Array.from({ length: 300 }, (_, index) => ({ id: `r${index}` }));
  const edition = (rare: string) =>
    people.map((person, index) =>
      response(person, 740, questionLabels[740], index === 0 ? rare : 'Oui'),
    );
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-2024-resultats-2024': edition('Oui'),
    'bfn-resultats-2025': edition('Autre'),
  });
  await there.ingest();
  expect(await there.query('select status from comparability')).toEqual([{ status: 'comparable' }]);
});

test('two files of one edition are not added up', async () => {
  const there = await survey([response({ id: 'a' }, 501, questionLabels[501], 'Oui')]);
  await there.put('bfn-2025-copie', [
    response({ id: 'a' }, 501, questionLabels[501], 'Oui', { annee: 2025 }),
  ]);
  const copy = join(there.source, 'bfn-2025-copie.csv');
  await copyFile(copy, join(there.source, 'bfn-2025-copie (1).csv'));
  const summary = await there.ingest();
  expect(summary.status).toBe('published-with-losses');
  const leftOut = summary.datasets.filter(({ status }) => status === 'left-out');
  expect(leftOut.map(({ message }) => message)).toEqual([
    expect.stringContaining('it is the same file as bfn-2025-copie'),
    expect.stringContaining('put their rows into one file; if not, keep one'),
  ]);
  expect(await there.query('select count(*) as rows from responses')).toEqual([{ rows: 1 }]);
});

test('aggregates repeated word for word count once; years may be told in another time zone', async () => {
  const row = { code_unifie: 501, libelle_reponse: 'Oui', score: 40 };
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'questions-reponses': [
      { ...row, annee: '2023-12-31T23:00:00+00:00' },
      { ...row, annee: '2023-12-31T23:00:00+00:00' },
    ],
  });
  await there.ingest();
  expect(await there.query('select edition, share from published')).toEqual([
    { edition: 2024, share: 0.4 },
  ]);
});

test('the questions of the warehouse before stand in for a table of codes that is missing', async () => {
  const there = await survey([response({ id: 'a' }, 808, 'Agents autonomes', 'Oui')]);
  await there.put('bfn-table-de-correspondance', [
    {
      code_2025: 999,
      libelle_2025: 'Agents autonomes',
      code_unifie: 808,
      libelle_unifie: 'Agents',
    },
  ]);
  await there.put('bfn-resultats-2025', [response({ id: 'a' }, 999, 'Agents autonomes', 'Oui')]);
  await there.ingest();
  const summary = await there.ingest({ datasets: ['bfn-resultats-2025'] });
  expect(summary.status).toBe('published');
  expect(await there.query('select question from responses')).toEqual([{ question: 808 }]);
  expect(await warningsOf(there)).toContain('No correspondence table');
});
