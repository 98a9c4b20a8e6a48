import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFormat, PortalDataset, Provenance } from './types.ts';

const PROVENANCE = 'provenance.json';
const UNFINISHED = '.part';

/** The folder of the cache that holds a data set's file and its provenance. */
export function datasetFolder(cacheFolder: string, id: string): string {
  return join(cacheFolder, fileName(id));
}

export function exportFile(cacheFolder: string, id: string, format: ExportFormat): string {
  return join(datasetFolder(cacheFolder, id), `${fileName(id)}.${format}`);
}

/** An id is the portal's to choose: it must not walk out of the cache. */
function fileName(id: string): string {
  return encodeURIComponent(id).replace(/^\.+/, '_');
}

/** What is known of the last download; null when there was none or it cannot be read. */
export async function readProvenance(cacheFolder: string, id: string): Promise<Provenance | null> {
  const path = join(datasetFolder(cacheFolder, id), PROVENANCE);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isProvenance(value) && value.dataset === id ? value : null;
  } catch {
    return null;
  }
}

/** Puts the record in place whole, then drops the same data set's files in other formats. */
export async function writeProvenance(cacheFolder: string, record: Provenance): Promise<void> {
  const folder = datasetFolder(cacheFolder, record.dataset);
  await mkdir(folder, { recursive: true });
  const path = join(folder, PROVENANCE);
  await writeFile(`${path}${UNFINISHED}`, `${JSON.stringify(record, null, 2)}\n`);
  await rename(`${path}${UNFINISHED}`, path);
  const other = record.format === 'csv' ? 'parquet' : 'csv';
  await rm(exportFile(cacheFolder, record.dataset, other), { force: true });
}

/** Whether the cached file is still what the portal has, and still what was downloaded. */
export async function isUnchanged(
  cacheFolder: string,
  record: Provenance,
  dataset: PortalDataset,
  columns: readonly string[] | null,
): Promise<boolean> {
  const stamp = dataset.dataProcessed ?? dataset.modified;
  const sameSource =
    stamp !== null &&
    stamp === (dataset.dataProcessed === null ? record.modified : record.dataProcessed) &&
    dataset.recordsCount === record.recordsCountAfter &&
    JSON.stringify(columns) === JSON.stringify(record.requestedColumns);
  if (!sameSource) return false;
  const file = exportFile(cacheFolder, record.dataset, record.format);
  const size = await stat(file).then(
    (found) => found.size,
    () => -1,
  );
  return size === record.bytes && (await sha256Of(file)) === record.sha256;
}

/** Removes what stopped downloads left behind. */
export async function removeUnfinished(cacheFolder: string): Promise<void> {
  const entries = await readdir(cacheFolder, { recursive: true }).catch(() => []);
  const unfinished = entries.filter((entry) => entry.endsWith(UNFINISHED));
  await Promise.all(unfinished.map((entry) => rm(join(cacheFolder, entry), { force: true })));
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

function isProvenance(value: unknown): value is Provenance {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: keyof Provenance, type: string) => typeof Reflect.get(value, key) === type;
  const columns: unknown = Reflect.get(value, 'columns');
  const format: unknown = Reflect.get(value, 'format');
  return (
    (['dataset', 'title', 'url', 'sha256'] as const).every((key) => has(key, 'string')) &&
    has('bytes', 'number') &&
    (format === 'csv' || format === 'parquet') &&
    Array.isArray(columns)
  );
}
