import { expect, test } from 'vitest';
import {
  correspondence,
  place,
  questionLabels,
  type Respondent,
  response,
} from './survey-files.ts';

/** Ingests one respondent per writing and gives what each became, in their order. */
async function keysOf(
  people: readonly Respondent[],
  column: 'department' | 'region' | 'sector' | 'size' | 'size_detail',
): Promise<(string | null)[]> {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-resultats-2025': people.map((person, index) =>
      response({ id: `r${index}`, weight: index + 1, ...person }, 501, questionLabels[501], 'Oui'),
    ),
  });
  await there.ingest();
  const table =
    column === 'department' ? 'departments' : `${column.replace('_detail', '_detail')}s`;
  const rows = await there.query(
    `select responses.weight, named.code from responses left join ${table} as named on named.id = responses.${column}`,
  );
  const codes = new Map(rows.map(({ weight, code }) => [weight, code as string | null]));
  return people.map((_, index) => codes.get(index + 1) ?? null);
}

test('departments: names and codes in any writing', async () => {
  const writings: [string, string][] = [
    ['Ain', '01'],
    ['AIN', '01'],
    ['01', '01'],
    ['1', '01'],
    ['(01)', '01'],
    ['01 - Ain', '01'],
    ['Ain (01)', '01'],
    ['l’Ain', '01'],
    ['Côtes-d’Armor', '22'],
    ['COTES D ARMOR', '22'],
    ['22', '22'],
    ['2a', '2A'],
    ['2B', '2B'],
    ['Corse du Sud', '2A'],
    ['2A - Corse-du-Sud', '2A'],
    ['97-1', '971'],
    ['971', '971'],
    ['974 La Réunion', '974'],
    ['Réunion', '974'],
    ['Territoire de Belfort', '90'],
    ["Val d'Oise", '95'],
    ['Loire', '42'],
    ['Haute-Loire', '43'],
    ['029', '29'],
    ['29.0', '29'],
    ['974.0', '974'],
    ['FR-29', '29'],
    ['69M', '69'],
  ];
  const found = await keysOf(
    writings.map(([department]) => ({ department })),
    'department',
  );
  expect(writings.map(([writing], index) => [writing, found[index]])).toEqual(writings);
});

test('regions: older, shorter and grouped names', async () => {
  const writings: [string, string][] = [
    ['Bretagne', '53'],
    ['53', '53'],
    ['ILE DE FRANCE', '11'],
    ['Île-de-France', '11'],
    ['Centre Val-de-Loire', '24'],
    ['Grand Est', '44'],
    ['Auvergne Rhône Alpes', '84'],
    ['Provence-Alpes-Côte d’Azur', '93'],
    ['PACA', '93'],
    ['Corse', '94'],
    ["Provence Alpes Côte d'Azur + Corse", '93+94'],
    ['PACA + Corse', '93+94'],
    ['93+94', '93+94'],
    ['53.0', '53'],
    ['4', '04'],
  ];
  const found = await keysOf(
    writings.map(([region]) => ({ region, department: '' })),
    'region',
  );
  expect(writings.map(([writing], index) => [writing, found[index]])).toEqual(writings);
});

test('sectors: slugs, letters and older labels', async () => {
  const writings: [string, string][] = [
    ['Z - Autre', 'autre'],
    ['Services à la personne (p. ex. soins, santé, éducation)', 'services-a-la-personne'],
    ['Commerce', 'commerce'],
    ['commerce (détail et gros)', 'commerce'],
    ['NTIC', 'ntic'],
    ['Nouvelles technologies – Information – Communication', 'ntic'],
    ['BTP', 'batiment-construction'],
    ['batiment-construction', 'batiment-construction'],
    ['Bâtiment / Construction', 'batiment-construction'],
    ['C - Industrie', 'industrie'],
    ['Hébergement-Restauration', 'hebergement-restauration'],
    ['Transport et logistique', 'transport-logistique'],
    ['Activités financières - Assurances', 'activites-financieres-assurances'],
    ['Services spécialisés - Techniques', 'services-specialises-techniques'],
  ];
  const found = await keysOf(
    writings.map(([sector]) => ({ sector })),
    'sector',
  );
  expect(writings.map(([writing], index) => [writing, found[index]])).toEqual(writings);
});

test('sizes: the source’s own class is kept and folds into the published one', async () => {
  const writings: [string, string][] = [
    ['0 salarié', '0'],
    ['Aucun salarié', '0'],
    ['0', '0'],
    ['1 à 9 salariés', '1-9'],
    ['De 1 à 4 salariés', '1-4'],
    ['5-9', '5-9'],
    ['10 à 19', '10-19'],
    ['20 à 49 salariés', '20-49'],
    ['10-49', '10-49'],
    ['50-249', '50-249'],
    ['50 à 249 salariés', '50-249'],
  ];
  const people = writings.map(([size]) => ({ size }));
  const found = await keysOf(people, 'size_detail');
  expect(writings.map(([writing], index) => [writing, found[index]])).toEqual(writings);
  expect(await keysOf(people, 'size')).toEqual([
    '0',
    '0',
    '0',
    '1-9',
    '1-9',
    '1-9',
    '10-49',
    '10-49',
    '10-49',
    '50-249',
    '50-249',
  ]);
});

test('what is no territory, sector, size or weight is refused by name, line and column; empty is kept', async () => {
  const good = { id: 'a', weight: 1 };
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-resultats-2025': [
      response(
        good,
        501,
        "Dans l'ensemble,\nje trouve que le numérique aujourd'hui représente un bénéfice réel pour mon entreprise",
        'Oui',
      ),
      response({ id: 'b', department: 'Atlantide' }, 501, questionLabels[501], 'Oui'),
      response({ id: 'c', sector: 'Magie' }, 501, questionLabels[501], 'Oui'),
      response({ id: 'd', size: '1 000 à 5 000' }, 501, questionLabels[501], 'Oui'),
      response({ id: 'e', region: 'Mars' }, 501, questionLabels[501], 'Oui'),
      response({ id: 'f', weight: 0 }, 501, questionLabels[501], 'Oui'),
      response({ id: 'g', weight: -1 }, 501, questionLabels[501], 'Oui'),
      response({ id: 'h', weight: 'beaucoup' }, 501, questionLabels[501], 'Oui'),
      response({ id: 'i', weight: '' }, 501, questionLabels[501], 'Oui'),
      response(
        { id: 'j', department: '', region: '', sector: '', size: '' },
        501,
        questionLabels[501],
        'Oui',
      ),
      response(
        { id: 'k', department: 'NA', region: 'N/A', sector: 'NaN', size: 'null' },
        501,
        questionLabels[501],
        'Oui',
      ),
    ],
  });
  const summary = await there.ingest();
  expect(summary.status).toBe('published-with-losses');
  expect(summary.datasets.find(({ kind }) => kind === 'microdata')).toMatchObject({
    rows: 11,
    kept: 3,
    rejected: 8,
  });
  expect(await there.query('select line, "column", value from rejects order by line')).toEqual([
    { line: 4, column: 'departement', value: 'Atlantide' },
    { line: 5, column: 'secteur_unifies', value: 'Magie' },
    { line: 6, column: 'taille_etablissement', value: '1 000 à 5 000' },
    { line: 7, column: 'region', value: 'Mars' },
    { line: 8, column: 'poids', value: '0' },
    { line: 9, column: 'poids', value: '-1' },
    { line: 10, column: 'poids', value: 'beaucoup' },
    { line: 11, column: 'poids', value: null },
  ]);
  const nowhere = { department: 0, region: 0, sector: 0, size: 0, size_detail: 0 };
  expect(
    await there.query(
      'select department, region, sector, size, size_detail from responses where department = 0',
    ),
  ).toEqual([nowhere, nowhere]);
});
