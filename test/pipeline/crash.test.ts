import { spawn } from 'node:child_process';
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  correspondence,
  type Place,
  place,
  questionLabels,
  response,
} from './normalise/survey-files.ts';

const program = fileURLToPath(new URL('normalise/ingest-process.ts', import.meta.url));

/** An ingestion in its own process, with its signs of progress as they come. */
function start(there: Place) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, there.source, there.dataFolder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_, signal) => resolve(signal)),
  );
  return { child, ended, lines: createInterface({ input: child.stdout }) };
}

/** Runs an ingestion and kills it, as a power cut would, at its nth sign of progress. */
async function run(there: Place, killAt: number): Promise<{ lines: string[]; killed: boolean }> {
  const { child, ended, lines: signs } = start(there);
  const lines: string[] = [];
  for await (const line of signs) {
    lines.push(line);
    if (lines.length === killAt) child.kill('SIGKILL');
  }
  return { lines, killed: (await ended) === 'SIGKILL' };
}

const survey = (answer: string) =>
  Array.from({ length: 20_000 }, (_, index) =>
    response({ id: `r${index}`, weight: 1 + (index % 7) }, 501, questionLabels[501], answer),
  );

const served = (there: Place) =>
  there.query(
    'select label, count(*) as rows from responses join answers using (question, answer) group by all',
  );

test('killed at any moment, an ingestion leaves the warehouse as it was and the next one works', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-resultats-2025': survey('Oui'),
  });
  const whole = await run(there, Number.POSITIVE_INFINITY);
  expect(whole.lines.at(-1)).toBe('status published');
  const before = await realpath(join(there.dataFolder, 'current'));
  await there.put('bfn-resultats-2025', survey('Non'));

  const steps = whole.lines.length - 1;
  const moments = new Set(
    [0.2, 0.4, 0.6, 0.8, 1].map((part) => Math.max(1, Math.floor(part * steps))),
  );
  for (const moment of moments) {
    const { killed } = await run(there, moment);
    const now = await realpath(join(there.dataFolder, 'current'));
    if (killed && now === before) {
      expect(await served(there)).toEqual([{ label: 'Oui', rows: 20_000 }]);
    } else {
      expect(await served(there)).toEqual([{ label: 'Non', rows: 20_000 }]);
    }
  }

  const after = await there.ingest();
  expect(['published', 'unchanged']).toContain(after.status);
  expect(await served(there)).toEqual([{ label: 'Non', rows: 20_000 }]);
  const left = await readdir(join(there.dataFolder, 'versions'));
  expect(left.filter((name) => name.includes('building'))).toEqual([]);
});

test('while another process ingests, a second one is told so; a dead one’s lock does not count', async () => {
  const there = await place({
    'bfn-table-de-correspondance': correspondence(),
    'bfn-resultats-2025': survey('Oui'),
  });
  const { child, ended, lines } = start(there);
  for await (const line of lines) {
    if (line.startsWith('start')) break;
  }
  child.kill('SIGSTOP');
  const second = await there.ingest();
  expect(second.status).toBe('failed');
  expect(second.message).toContain(`process ${child.pid}`);
  child.kill('SIGKILL');
  await ended;
  expect((await there.ingest()).status).toBe('published');
  expect(await served(there)).toEqual([{ label: 'Oui', rows: 20_000 }]);
});
