import { expect, test } from 'vitest';
import { correspondence, place, type Row } from './survey-files.ts';

const published = (more: Row): Row => ({
  code_unifie: 501,
  libelle_reponse: 'Oui',
  poids_reponse: 500,
  region: 'Toutes régions',
  secteur: 'Tous secteurs',
  taille: 'Toutes tailles',
  annee: '2024',
  poids_question: 1000,
  score: 50,
  libelle_reponse_unifie: null,
  ...more,
});

test('official totals are marked, shares are proportions, years may be dates', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'questions-reponses': [
      published({}),
      published({ libelle_reponse: 'Non', poids_reponse: 500, annee: '2024-01-01' }),
      published({ region: 'Bretagne', poids_reponse: 25, poids_question: 100, score: '25,0' }),
      published({ taille: '1 à 9 salariés', score: null, poids_reponse: 30, poids_question: 120 }),
      published({
        annee: '2025-01-01T00:00:00+00:00',
        region: "Provence Alpes Côte d'Azur + Corse",
      }),
    ],
  });
  const summary = await there.ingest();
  expect(summary.status).toBe('published');
  expect(
    await there.query(
      'select edition, answers.label, regions.code as region, published.region as id, sector, size, share, weight, base_weight from published join answers using (question, answer) left join regions on regions.id = published.region order by edition, answers.label, share',
    ),
  ).toEqual([
    {
      edition: 2024,
      label: 'Non',
      region: null,
      id: 255,
      sector: 255,
      size: 255,
      share: 0.5,
      weight: 500,
      base_weight: 1000,
    },
    {
      edition: 2024,
      label: 'Oui',
      region: '53',
      id: 13,
      sector: 255,
      size: 255,
      share: 0.25,
      weight: 25,
      base_weight: 100,
    },
    {
      edition: 2024,
      label: 'Oui',
      region: null,
      id: 255,
      sector: 255,
      size: 2,
      share: 0.25,
      weight: 30,
      base_weight: 120,
    },
    {
      edition: 2024,
      label: 'Oui',
      region: null,
      id: 255,
      sector: 255,
      size: 255,
      share: 0.5,
      weight: 500,
      base_weight: 1000,
    },
    {
      edition: 2025,
      label: 'Oui',
      region: '93+94',
      id: 19,
      sector: 255,
      size: 255,
      share: 0.5,
      weight: 500,
      base_weight: 1000,
    },
  ]);
  expect(
    await there.query(
      'select edition, microdata, published, grouped_paca_corse from editions order by 1',
    ),
  ).toEqual([
    { edition: 2024, microdata: false, published: true, grouped_paca_corse: false },
    { edition: 2025, microdata: false, published: true, grouped_paca_corse: true },
  ]);
});

test('aggregates without breakdown columns are totals; rows of one answer are summed', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'questions-reponses': [
      { code_unifie: 501, libelle_reponse: 'Oui', annee: 2025, score: '20,5 %' },
      { code_unifie: 501, libelle_reponse: 'OUI', annee: 2025, score: 10 },
    ],
  });
  await there.ingest();
  const [only, ...more] = await there.query('select region, sector, size, share from published');
  expect(more).toEqual([]);
  expect(only).toMatchObject({ region: 255, sector: 255, size: 255 });
  expect(only!.share).toBeCloseTo(0.305, 12);
});

test('an aggregate without a share, a year or a known place is refused', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'questions-reponses': [
      published({}),
      published({ score: null, poids_reponse: null }),
      published({ annee: 'hier' }),
      published({ region: 'Mars' }),
      published({ score: 250, poids_reponse: null }),
    ],
  });
  const summary = await there.ingest();
  expect(summary.datasets.find(({ kind }) => kind === 'published')).toMatchObject({
    rows: 5,
    kept: 1,
    rejected: 4,
  });
  expect(await there.query('select line from rejects order by 1')).toEqual([
    { line: 3 },
    { line: 4 },
    { line: 5 },
    { line: 6 },
  ]);
});
