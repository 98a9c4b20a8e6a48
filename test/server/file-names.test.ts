import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { registerCharts } from '../../server/chart-routes.ts';
import { formatWriters } from '../../server/formats/index.ts';
import { twelve } from '../warehouse/twelve.ts';
import { openApp } from './open-app.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await openApp(twelve, formatWriters, registerCharts);
});

const agree = 'answer=Tout%20%C3%A0%20fait%20d%27accord';

test.each([
  ['crosstab?question=501&format=csv', 'numoscope-501-2024.csv'],
  ['crosstab?question=501&by=size&format=csv-fr', 'numoscope-501-2024-taille.csv'],
  [
    'crosstab?question=501&by=sector&by=size&region=53&format=xlsx&lang=en',
    'numoscope-501-2024-sector-size-bretagne.xlsx',
  ],
  [
    'crosstab?question=501&region=11&sector=commerce&size=1-9&format=parquet',
    'numoscope-501-2024-ile-de-france-commerce-taille-1-9.parquet',
  ],
  [
    'crosstab?question=501&department=29&department=35&department=75&department=13&format=json-stat',
    'numoscope-501-2024-4-departements.json',
  ],
  ['trends?question=501&format=csv', 'numoscope-evolution-501-2021-2024.csv'],
  [
    `rankings?question=501&${agree}&by=department&format=csv`,
    'numoscope-classement-501-2024-departement.csv',
  ],
  [
    'rankings?criteria=501:Pas%20d%27accord:-:1&criteria=802:Oui:%2B:1&by=region&format=csv',
    'numoscope-classement-score-2024-region.csv',
  ],
  ['compare?region=53&format=csv', 'numoscope-profil-2024-bretagne.csv'],
  ['stories?chapter=8&format=csv', 'numoscope-faits-chapitre-8-2024.csv'],
  ['charts/crosstab.zip?question=501&by=size', 'numoscope-501-2024-taille.zip'],
])('a file to keep is named by what it holds: %s', async (path, name) => {
  const { headers } = await app.inject(`/api/v1/${path}`);
  expect(headers['content-disposition']).toBe(`attachment; filename="${name}"`);
});

test.each([
  ['crosstab.png?question=501&by=size', 'numoscope-501-2024-taille.png'],
  ['crosstab.pdf?question=501&by=size&lang=en&theme=dark', 'numoscope-501-2024-size-dark.pdf'],
  [
    `crosstab.svg?question=501&by=region&${agree}&shape=map&width=1200&height=628`,
    'numoscope-501-2024-region-carte-1200x628.svg',
  ],
  [
    `rankings.vl.json?question=501&${agree}&by=sector`,
    'numoscope-classement-501-2024-secteur.vl.json',
  ],
])('a picture is shown, and kept under a name: %s', async (path, name) => {
  const { headers } = await app.inject(`/api/v1/charts/${path}`);
  expect(headers['content-disposition']).toBe(`inline; filename="${name}"`);
});
