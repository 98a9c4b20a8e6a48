import type { ProgressTask } from '../progress.ts';
import { readDataset, readExportFormats } from './catalogue.ts';
import { describeRetry, type PortalClient } from './client.ts';
import { type Download, download } from './download.ts';
import { PortalFault } from './faults.ts';
import { exportFile } from './provenance.ts';
import { withRetries } from './retry.ts';
import type { ExportFormat, PortalDataset } from './types.ts';

/** A verified file in place, with the descriptions that surround it. */
export interface Obtained {
  format: ExportFormat;
  file: string;
  url: string;
  before: PortalDataset;
  after: PortalDataset;
  requestedColumns: readonly string[] | null;
  content: Omit<Download, 'keep' | 'drop'>;
}

export interface Wish {
  client: PortalClient;
  cacheFolder: string;
  dataset: PortalDataset;
  columns: readonly string[] | null;
  task: ProgressTask;
}

/**
 * Downloads one data set: as Parquet where offered, as CSV where that is not offered or turns out
 * broken; only the columns wished for unless the portal refuses to choose. Throws {@link PortalFault}.
 */
export async function obtain(wish: Wish): Promise<Obtained> {
  const { client, dataset, task } = wish;
  const offered = await readExportFormats(client, dataset.id);
  if (!offered.includes('parquet')) return obtainAs('csv', wish);
  try {
    return await obtainAs('parquet', wish);
  } catch (error) {
    if (!(error instanceof PortalFault) || isFinal(error)) throw error;
    client.log(`${dataset.id}: as Parquet, ${error.message}; taking CSV instead.`);
    task.restart('taking CSV instead');
    return obtainAs('csv', wish);
  }
}

/** Whether another format would meet the same answer. */
function isFinal(fault: PortalFault): boolean {
  return ['quota', 'unauthorised', 'forbidden', 'empty'].includes(fault.kind);
}

async function obtainAs(format: ExportFormat, wish: Wish): Promise<Obtained> {
  try {
    return await obtainColumns(format, wish);
  } catch (error) {
    const refused = error instanceof PortalFault && error.kind === 'bad-request';
    if (!refused || wish.columns === null) throw error;
    wish.client.log(`${wish.dataset.id}: ${error.message}; asking for all columns.`);
    return obtainColumns(format, { ...wish, columns: null });
  }
}

async function obtainColumns(format: ExportFormat, wish: Wish): Promise<Obtained> {
  const { client, dataset, columns, task } = wish;
  const url = exportUrl(client, dataset.id, format, columns);
  const file = exportFile(wish.cacheFolder, dataset.id, format);
  let before = dataset;
  let updates = 0;
  return withRetries(
    client.retries,
    client.signal,
    async () => {
      const content = await download(client, url, format, file, task);
      try {
        const after = await readDataset(client, dataset.id);
        const previous = before;
        before = after;
        if (isUpdated(previous, after)) updates += 1;
        if (updates === 1 && isUpdated(previous, after)) {
          throw new PortalFault('truncated', 'the portal was updating it during the download');
        }
        refuseMismatch(content.records, after.recordsCount);
        await content.keep();
        const { keep: _keep, drop: _drop, ...kept } = content;
        const requestedColumns = columns;
        return {
          format,
          file,
          url: url.href,
          before: previous,
          after,
          requestedColumns,
          content: kept,
        };
      } catch (error) {
        await content.drop();
        throw error;
      }
    },
    (notice) => {
      client.log(describeRetry(dataset.id, notice));
      task.restart(notice.fault.message);
    },
  );
}

function isUpdated(before: PortalDataset, after: PortalDataset): boolean {
  return before.dataProcessed !== after.dataProcessed || before.recordsCount !== after.recordsCount;
}

/** Sets the rows received beside the count announced once the transfer was over. */
function refuseMismatch(records: number, announced: number | null): void {
  if (announced === null) return;
  if (records === 0 && announced > 0) {
    throw new PortalFault(
      'empty',
      `the portal announces ${announced} rows but sends none, as it does for data that needs a right; set NUMOSCOPE_API_KEY to a key that may read it`,
    );
  }
  if (records === 0) throw new PortalFault('empty', 'it has no rows on the portal');
  if (records < announced) {
    throw new PortalFault(
      'truncated',
      `the transfer ended early: ${records} of ${announced} rows arrived`,
    );
  }
}

function exportUrl(
  client: PortalClient,
  id: string,
  format: ExportFormat,
  columns: readonly string[] | null,
): URL {
  const select = columns?.map(quoteField).join(',');
  const path = `datasets/${encodeURIComponent(id)}/exports/${format}`;
  if (format === 'parquet') return client.url(path, { select });
  return client.url(path, { select, use_labels: false, delimiter: ';', with_bom: true });
}

const KEYWORDS = new Set(
  'and as asc between by count date day desc false geometry group having hour in is like limit max min minute month not null or order range search second select sum true where year'.split(
    ' ',
  ),
);

/** ODSQL needs back-quotes around names that are keywords or no plain words. */
function quoteField(name: string): string {
  const plain = /^[a-z_]\w*$/i.test(name) && !KEYWORDS.has(name.toLowerCase());
  return plain ? name : `\`${name}\``;
}
