import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { StandInDataset } from './dataset.ts';
import { startPortal } from './portal.ts';

const { values } = parseArgs({
  options: { folder: { type: 'string' }, port: { type: 'string', default: '4000' } },
});
if (values.folder === undefined)
  throw new Error('--folder F is needed: a folder of <id>.csv files');

const folder = values.folder;
const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
const datasets = await Promise.all(
  names.map(async (name): Promise<StandInDataset> => {
    const id = basename(name, '.csv');
    const csv = await readFile(join(folder, name));
    const formats = ['csv', 'json', 'jsonl', 'parquet', 'xlsx'];
    return { id, title: `Baromètre France Num – ${id}`, csv, formats };
  }),
);
const portal = await startPortal({ datasets, port: Number(values.port) });
process.stderr.write(`${datasets.length} data sets on ${portal.url}\n`);
process.once('SIGINT', () => void portal.close());
process.once('SIGTERM', () => void portal.close());
