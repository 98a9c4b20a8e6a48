import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../cli/run.ts';
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

test('where not a byte can be written, one sentence says so and no lock stays', async () => {
  const { source, dataFolder } = await place({ 'bfn-resultats-2025': answered });
  const words = [process.execPath, program, 'ingest', '--source', source];
  const limited = `trap '' XFSZ; ulimit -f 0; exec "$0" "$@"`;
  const environment = { PATH: process.env.PATH ?? '', NUMOSCOPE_DATA: dataFolder };
  const [code, said] = await new Promise<[unknown, string]>((resolve) => {
    execFile('sh', ['-c', limited, ...words], { env: environment }, (error, _, stderr) =>
      resolve([error?.code, stderr]),
    );
  });
  expect([code, said]).toEqual([
    1,
    `The warehouse cannot be built in ${dataFolder}: a file may not grow so large (${dataFolder}).\n`,
  ]);
  expect(await readdir(dataFolder)).toEqual(['versions']);
});
