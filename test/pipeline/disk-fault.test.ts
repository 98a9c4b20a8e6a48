import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { place, questionLabels, response } from './normalise/survey-files.ts';

const answered = [response({ id: 'a' }, 501, questionLabels[501], 'Oui')];

test('a data folder that cannot be made is told in one sentence, and nothing is published', async () => {
  const there = await place({ 'bfn-resultats-2025': answered });
  const file = join(there.source, 'LISEZMOI.txt');
  await writeFile(file, 'a file, not a folder');
  const dataFolder = join(file, 'data');
  expect(await there.ingest({ dataFolder })).toEqual({
    status: 'failed',
    warehouse: null,
    message: expect.stringMatching(
      /^The warehouse cannot be built in .*: a part of its path is a file \(.*\)\.$/u,
    ),
    datasets: [],
  });
});
