import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { correspondence, place, questionLabels, response } from './survey-files.ts';

const answered = [response({ id: 'a' }, 501, questionLabels[501], 'Oui')];

test.each([
  ['files', 'the previous warehouse’s questions'],
  ['demonstration', 'the questionnaire that comes with Numoscope'],
] as const)(
  'without a correspondence table, after a warehouse of %s: %s',
  async (origin, stand) => {
    const before = await place({
      'bfn-table-de-correspondance': correspondence(),
      'bfn-resultats-2025': answered,
    });
    await before.ingest({ origin });
    const after = await place({ 'bfn-resultats-2025': answered });
    await after.ingest({ dataFolder: before.dataFolder });
    const report = await readFile(join(before.dataFolder, 'current', 'quality.json'), 'utf8');
    expect(JSON.parse(report).datasets[0].warnings).toContainEqual(
      expect.stringContaining(`translated with ${stand}`),
    );
  },
);

test('the warehouse says which version of the program made it', async () => {
  const there = await place({ 'bfn-resultats-2025': answered });
  await there.ingest();
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await there.query("select value from meta where key = 'toolVersion'")).toEqual([
    { value: version },
  ]);
});
