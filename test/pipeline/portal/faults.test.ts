import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fetchDatasets } from '../../../pipeline/portal/index.ts';
import { bench, edition, exportsAsked, fetchOne, HEADER, ID, kept } from './workspace.ts';

const lost = (reason: string) => `${ID} was not downloaded: ${reason}.`;

test.each([
  ['truncated-clean', 3, 'the transfer ended early: 109 of 216 rows arrived'],
  ['truncated-row', 3, 'the transfer ended early: its last row has 4 of 5 columns'],
  ['truncated-quote', 3, 'the transfer ended early: it ends inside a quoted value'],
  ['truncated-gzip', 3, 'the compressed transfer was cut short or damaged'],
  ['html-200', 3, 'the portal sent a web page where CSV was expected'],
  ['hang', 3, 'the transfer stopped: nothing came for 0.3 s'],
  [
    'empty-success',
    1,
    'the portal announces 216 rows but sends none, as it does for data that needs a right; set NUMOSCOPE_API_KEY to a key that may read it',
  ],
  [
    'private-403',
    1,
    'the portal refuses access to its rows; set NUMOSCOPE_API_KEY to a key that may read it',
  ],
  ['quota-429', 1, "the portal's daily quota of requests is used up until 2099-01-02 00:00 UTC"],
] as const)('%s is reported after %i attempts', async (fault, attempts, reason) => {
  const { fetched, portal, options } = await fetchOne({ faults: [fault] });
  expect(fetched).toMatchObject({ id: ID, status: 'failed', message: lost(reason) });
  expect(exportsAsked(portal)).toHaveLength(attempts);
  const left = await readdir(options.cacheFolder, { recursive: true });
  expect(left.filter((name) => /\.(csv|part|json)$/.test(name))).toEqual([]);
});

test('a connection that breaks is reported with the host', async () => {
  const { fetched, portal } = await fetchOne({ faults: ['reset'] });
  const host = new URL(portal.url).host;
  const reason = `${host} cannot be read: the connection broke before the end`;
  expect(fetched.message).toBe(lost(reason));
});

test.each([
  { name: 'flaky-500' as const, times: 2 },
  { name: 'reset' as const, times: 1 },
  { name: 'hang' as const, times: 1 },
  { name: 'truncated-clean' as const, times: 1 },
  { name: 'truncated-gzip' as const, times: 2 },
  { name: 'html-200' as const, times: 1 },
  { name: 'count-changes' as const, times: 1 },
])('$name, $times times, is overcome by trying again', async (fault) => {
  const { fetched, portal, lines } = await fetchOne({ faults: [fault] });
  expect(kept(fetched).provenance.records).toBe(216);
  expect(exportsAsked(portal)).toHaveLength(fault.times + 1);
  expect(lines).toHaveLength(fault.times);
});

test('counts that change during the download are recorded as they were around the good one', async () => {
  const { fetched, lines } = await fetchOne({ faults: ['count-changes'] });
  expect(kept(fetched).provenance).toMatchObject({
    recordsCountBefore: 216,
    recordsCountAfter: 216,
    dataProcessed: '2026-08-10T14:18:01+00:00',
  });
  expect(lines[0]).toContain('the portal was updating it during the download; trying again');
});

test('Retry-After is obeyed', async () => {
  const { fetched, lines } = await fetchOne({ faults: [{ name: 'retry-after-429', times: 1 }] });
  expect(fetched.status).toBe('downloaded');
  expect(lines).toEqual([
    `${ID}: the portal keeps asking to slow down (429); trying again in 1.0 s (2 of 3)`,
  ]);
});

test('a Retry-After beyond patience ends the run with the time it opens again', async () => {
  const retries = { attempts: 3, baseDelay: 1, longestWait: 500 };
  const { fetched, portal } = await fetchOne({ faults: ['retry-after-429'] }, { retries });
  expect(fetched.message).toMatch(
    /quota of requests is used up until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
  );
  expect(exportsAsked(portal)).toHaveLength(1);
});

test('a quota that runs out stops the other data sets without asking for them', async () => {
  const others = [2021, 2022, 2023].map((year) => edition({ id: `bfn-resultats-${year}` }));
  const { options, portal } = await bench([edition({ faults: ['quota-429'] }), ...others], {
    concurrency: 1,
  });
  const fetched = await fetchDatasets(options);
  expect(fetched.map((entry) => entry.status)).toEqual(['failed', 'failed', 'failed', 'failed']);
  for (const entry of fetched) expect(entry.message).toContain('until 2099-01-02 00:00 UTC');
  expect(exportsAsked(portal)).toHaveLength(1);
});

test('a quota that opens again within a moment is waited for', async () => {
  const { fetched, lines } = await fetchOne(
    { faults: [{ name: 'quota-429', times: 1 }] },
    {},
    { quotaEnds: new Date(Date.now() + 1500) },
  );
  expect(fetched.status).toBe('downloaded');
  expect(lines).toEqual([
    expect.stringMatching(/daily quota .*; trying again in \d\.\d s \(2 of 3\)$/),
  ]);
});

test('one bad data set leaves the others', async () => {
  const { options } = await bench([
    edition({ faults: ['html-200'] }),
    edition({ id: 'bfn-resultats-2024' }),
  ]);
  const fetched = await fetchDatasets(options);
  expect(fetched.map(({ id, status }) => [id, status])).toEqual([
    [ID, 'failed'],
    ['bfn-resultats-2024', 'downloaded'],
  ]);
});

test('a plain body labelled gzip is read as it came', async () => {
  const { fetched } = await fetchOne({ faults: ['mislabelled-gzip'] });
  const { provenance, warnings } = kept(fetched);
  expect(provenance.records).toBe(216);
  expect(warnings).toEqual([
    'The portal labelled a plain transfer as gzip; it was read as it came.',
  ]);
});

test('a private data set says that it may need a key, and comes with one', async () => {
  const faults = ['private-404'] as const;
  const without = await fetchOne({ faults: [...faults] }, {}, { apiKey: 'secret' });
  expect(without.fetched).toMatchObject({
    status: 'failed',
    message: `${ID} cannot be read: the portal says it does not exist, which it also says of private data sets; check the id or set NUMOSCOPE_API_KEY to a key that may read it.`,
  });
  const withKey = await fetchOne(
    { faults: [...faults] },
    { apiKey: 'secret' },
    { apiKey: 'secret' },
  );
  const { provenance } = kept(withKey.fetched);
  expect(provenance.records).toBe(216);
  expect(JSON.stringify(provenance)).not.toContain('secret');
});

test('a changed header is kept and told', async () => {
  const { fetched } = await fetchOne({ faults: ['changed-header'] });
  const { provenance, warnings } = kept(fetched);
  expect(provenance.columns[1]).toBe('code_unifie_nouveau');
  expect(warnings).toEqual([
    'The header lacks code_unifie, which the portal describes.',
    'The header has code_unifie_nouveau, which was not asked for.',
  ]);
});

test('labels in the place of names are told', async () => {
  const fields = HEADER.split(';').map((name) => ({ name, label: `Libellé ${name}, entier` }));
  const { fetched } = await fetchOne({ fields, faults: ['labels'] });
  expect(kept(fetched).warnings).toEqual(['The header holds labels instead of technical names.']);
});

test.each(['latin1', 'no-bom', 'slow'] as const)('%s is no obstacle', async (fault) => {
  const { fetched } = await fetchOne({ faults: [fault] });
  const { file, provenance, warnings } = kept(fetched);
  expect(provenance).toMatchObject({ records: 216, columns: HEADER.split(';') });
  expect(warnings).toEqual([]);
  expect((await readFile(file)).length).toBe(provenance.bytes);
});

test('more rows than announced are kept and told', async () => {
  const { fetched } = await fetchOne({ faults: ['more-rows'] });
  expect(kept(fetched).warnings).toEqual(['The portal announces 216 rows and sent 217.']);
});

test('an empty data set is not taken for a download', async () => {
  const { fetched } = await fetchOne({ csv: `${HEADER}\n` });
  expect(fetched.message).toBe(lost('it has no rows on the portal'));
});
