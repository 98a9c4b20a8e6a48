import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import {
  discoverDatasets,
  fetchDatasets,
  PortalUnreachable,
} from '../../../pipeline/portal/index.ts';
import type { StandInDataset } from '../../portal-stand-in/dataset.ts';
import { bench, edition, microdata } from './workspace.ts';

const published: StandInDataset = {
  id: 'questions-reponses',
  title: 'Questions et réponses',
  csv: 'code_unifie;libelle_reponse;poids_reponse;annee;poids_question;score\n501;Oui;1;2024;2;50\n',
};
const correspondence: StandInDataset = {
  id: 'bfn-table-de-correspondance',
  title: 'BFN : table de correspondance',
  csv: 'code_2023;code_2024;code_unifie;libelle_unifie\n201;501;501;Bénéfice réel\n',
};
const edition2022 = edition({ id: 'bfn-2022-resultats-2022', title: 'BFN 2022' });
const edition2023 = edition({ id: 'bfn-2023-resultats-2023', title: 'BFN 2023' });
const everything = [published, correspondence, edition2022, edition2023, edition()];

test('known data sets and new editions are found, other barometers are not', async () => {
  const { options } = await bench(
    [
      ...everything,
      edition({ id: 'bfn-resultats-2026', title: 'BFN 2026' }),
      edition({ id: 'ouvert-autrement', title: 'Baromètre France Num – édition 2024' }),
      edition({ id: 'barometre-du-numerique', title: 'La France numérique en 2024' }),
      {
        ...published,
        id: 'bfn-evolution-secteurs',
        title: 'BFN noms',
        csv: 'ancien;nouveau\na;b\n',
      },
    ],
    { datasets: undefined },
  );
  const discovered = await discoverDatasets(options);
  expect(discovered.map(({ id, kind, edition, status }) => [id, kind, edition, status])).toEqual([
    ['questions-reponses', 'published', null, 'found'],
    ['bfn-table-de-correspondance', 'correspondence', null, 'found'],
    ['bfn-2022-resultats-2022', 'microdata', 2022, 'found'],
    ['bfn-2023-resultats-2023', 'microdata', 2023, 'found'],
    ['bfn-resultats-2025', 'microdata', 2025, 'found'],
    ['bfn-evolution-secteurs', 'other', null, 'found'],
    ['bfn-resultats-2026', 'microdata', 2026, 'found'],
    ['ouvert-autrement', 'microdata', 2024, 'found'],
  ]);
});

test('editions restrict microdata, and what is not used is not downloaded', async () => {
  const unused = { ...published, id: 'bfn-noms', title: 'BFN noms', csv: 'ancien;nouveau\na;b\n' };
  const { options } = await bench([...everything, unused], {
    datasets: undefined,
    editions: [2023],
  });
  const fetched = await fetchDatasets(options);
  expect(fetched.map(({ id, status }) => [id, status])).toEqual([
    ['questions-reponses', 'downloaded'],
    ['bfn-table-de-correspondance', 'downloaded'],
    ['bfn-2023-resultats-2023', 'downloaded'],
  ]);
});

test('a catalogue of several pages is read whole', async () => {
  const many = Array.from({ length: 230 }, (_, index) =>
    edition({ id: `bfn-${1000 + index}`, title: 'BFN', csv: microdata(1) }),
  );
  const { options, portal } = await bench(many, { datasets: undefined });
  const discovered = await discoverDatasets(options);
  expect(discovered.filter((dataset) => dataset.status === 'found')).toHaveLength(230);
  const asked = portal.requests.filter(({ query }) => query.where === 'dataset_id like "bfn"');
  expect(asked.map(({ query }) => [query.offset, query.order_by])).toEqual([
    ['0', 'dataset_id'],
    ['100', 'dataset_id'],
    ['200', 'dataset_id'],
  ]);
});

test('a catalogue whose pages are shorter than asked for is read whole', async () => {
  const years = [2030, 2031, 2032, 2033, 2034];
  const many = years.map((year) => edition({ id: `bfn-resultats-${year}` }));
  const { options } = await bench(many, { datasets: undefined }, { largestPage: 2 });
  const found = (await discoverDatasets(options)).filter(({ status }) => status === 'found');
  expect(found.map(({ edition }) => edition)).toEqual(years);
});

test('a renamed data set is found again by kind and edition', async () => {
  const renamed = edition({ faults: ['renamed'] });
  const { options } = await bench([...everything.slice(0, 4), renamed], { datasets: undefined });
  const fetched = await fetchDatasets(options);
  expect(fetched.at(-1)).toMatchObject({
    id: 'bfn-resultats-2025-v2',
    formerId: 'bfn-resultats-2025',
    status: 'downloaded',
    message:
      'bfn-resultats-2025-v2: 216 rows downloaded as CSV. It replaces bfn-resultats-2025, which the portal renamed.',
  });
  expect(fetched).toHaveLength(5);
});

test('a renamed data set is found again by the title it had', async () => {
  const title = 'Réponses par profil';
  const first = await bench([{ ...published, title }]);
  await fetchDatasets(first.options);
  const moved = { ...published, id: 'profils', title, csv: 'a;b\n1;2\n' };
  const second = await bench([moved, correspondence], {
    datasets: ['questions-reponses'],
    cacheFolder: first.options.cacheFolder,
  });
  const [found] = await discoverDatasets(second.options);
  expect(found).toMatchObject({ id: 'profils', formerId: 'questions-reponses', status: 'found' });
});

test('a known data set that is gone is one sentence', async () => {
  const { options } = await bench([published], { datasets: undefined, editions: [2025] });
  const discovered = await discoverDatasets(options);
  expect(discovered.map(({ id, status }) => [id, status])).toEqual([
    ['questions-reponses', 'found'],
    ['bfn-table-de-correspondance', 'missing'],
    ['bfn-resultats-2025', 'missing'],
  ]);
});

test('an address pasted from the browser and a key reach the API', async () => {
  const { options, portal } = await bench([published], { apiKey: 'secret' });
  await discoverDatasets({ ...options, baseUrl: `${portal.url}/explore/dataset/x/table/?flg=fr` });
  for (const { headers } of portal.requests) {
    expect(headers.authorization).toBe('Apikey secret');
    expect(headers['user-agent']).toBe('numoscope/9.9.9');
    expect(headers['accept-encoding']).toBe('gzip');
  }
});

test('a portal without the barometer is told from one out of reach', async () => {
  const { options, portal } = await bench([edition({ id: 'autre', title: 'Autre' })], {
    datasets: undefined,
  });
  await expect(discoverDatasets(options)).rejects.toMatchObject({
    reason: 'no-datasets',
    message: `The portal ${portal.url} has none of the barometer's data sets: check the address given as the source.`,
  });
  await portal.close();
  const host = new URL(portal.url).host;
  const gone = discoverDatasets(options);
  await expect(gone).rejects.toBeInstanceOf(PortalUnreachable);
  await expect(gone).rejects.toMatchObject({
    reason: 'network',
    message: `The portal ${portal.url} cannot be reached (${host} cannot be read: it refuses connections): check the network, or ingest a folder of exported files with --source.`,
  });
});

test('a used-up quota says until when', async () => {
  const { options, portal } = await bench(everything, { datasets: undefined }, { quota: 0 });
  await expect(fetchDatasets(options)).rejects.toMatchObject({
    reason: 'quota',
    until: new Date('2099-01-02T00:00:00Z'),
    message: `Nothing can be downloaded from ${portal.url}: the portal's daily quota of requests is used up until 2099-01-02 00:00 UTC.`,
  });
  expect(portal.requests).toHaveLength(1);
});

test('a web site that is no portal is said to be none', async () => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<html>Bonjour</html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { options } = await bench([]);
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(discoverDatasets({ ...options, baseUrl })).rejects.toMatchObject({
    reason: 'not-a-portal',
    message: `${baseUrl} does not answer as an Opendatasoft portal (the portal sent a web page where JSON was expected): check the address given as the source.`,
  });
});

test('redirects without end are no portal', async () => {
  const server = createServer((request, response) => {
    response.writeHead(302, { location: request.url }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { options } = await bench([]);
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(discoverDatasets({ ...options, baseUrl })).rejects.toThrow(
    'does not answer as an Opendatasoft portal (it redirects more than 5 times)',
  );
});

test('a redirect is followed, but the key stays with the portal', async () => {
  const { options, portal } = await bench([published], { apiKey: 'secret' });
  const server = createServer((request, response) => {
    response.writeHead(302, { location: `${portal.url}${request.url}` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [found] = await discoverDatasets({ ...options, baseUrl });
  expect(found?.status).toBe('found');
  for (const { headers } of portal.requests) expect(headers.authorization).toBeUndefined();
});
