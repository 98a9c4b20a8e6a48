import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ProgressTask } from '../progress.ts';
import type { PortalClient } from './client.ts';
import { CsvCounter } from './csv-count.ts';
import type { Answer } from './exchange.ts';
import { PortalFault } from './faults.ts';
import { countParquet } from './parquet-count.ts';
import type { ExportFormat } from './types.ts';

export interface Download {
  sha256: string;
  bytes: number;
  records: number;
  columns: string[];
  warnings: string[];
  /** Puts the verified file in its place, in one step. */
  keep(): Promise<void>;
  /** Throws the file away. */
  drop(): Promise<void>;
}

/**
 * Makes one attempt at an export, streamed to `file + '.part'` and checked for what it claims to be.
 * Nothing stands at `file` before `keep`. Throws {@link PortalFault}.
 */
export async function download(
  client: PortalClient,
  url: URL,
  format: ExportFormat,
  file: string,
  task: ProgressTask,
): Promise<Download> {
  const part = `${file}.part`;
  const drop = () => rm(part, { force: true });
  await mkdir(dirname(file), { recursive: true });
  try {
    const received = await client.get(url, (answer) => receive(answer, format, part, task));
    const content = format === 'csv' ? received.csv : await countParquet(part);
    if (content === null) throw new PortalFault('empty', 'the portal sent an empty file');
    if (format === 'parquet') task.advance({ rows: content.records });
    const { sha256, bytes, warnings } = received;
    const { records, columns } = content;
    return { sha256, bytes, records, columns, warnings, keep: () => rename(part, file), drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

interface Received {
  sha256: string;
  bytes: number;
  warnings: string[];
  csv: { records: number; columns: string[] } | null;
}

async function receive(
  answer: Answer,
  format: ExportFormat,
  part: string,
  task: ProgressTask,
): Promise<Received> {
  refuseContentType(answer, format);
  const hash = createHash('sha256');
  const counter = new CsvCounter();
  let bytes = 0;
  let head: Buffer = Buffer.alloc(0);
  const handle = await open(part, 'w');
  try {
    for await (const chunk of answer.chunks) {
      if (head.length < 64) {
        head = Buffer.concat([head, chunk.subarray(0, 64)]);
        if (head.length >= 64) refuseOpening(head, format);
      }
      hash.update(chunk);
      await handle.writeFile(chunk);
      bytes += chunk.length;
      task.advance({ bytes: chunk.length, rows: format === 'csv' ? counter.push(chunk) : 0 });
    }
  } finally {
    await handle.close();
  }
  if (bytes > 0) refuseOpening(head, format);
  const warnings: string[] = [];
  const csv = format === 'csv' && bytes > 0 ? judgeCsv(counter, answer.gunzipped, warnings) : null;
  if (answer.headers['content-encoding'] === 'gzip' && !answer.gunzipped) {
    warnings.push('The portal labelled a plain transfer as gzip; it was read as it came.');
  }
  return { sha256: hash.digest('hex'), bytes, warnings, csv };
}

function judgeCsv(counter: CsvCounter, checksummed: boolean, warnings: string[]) {
  const { records, columns, cut, endsWithLineBreak } = counter.finish();
  if (cut !== null) throw new PortalFault('truncated', `the transfer ended early: ${cut}`);
  // Only gzip carries a checksum; without it a missing last line break is the one sign of a cut value.
  if (!checksummed && records > 0 && !endsWithLineBreak) {
    warnings.push('The file does not end with a line break: its last value may be cut.');
  }
  return { records, columns };
}

function refuseContentType(answer: Answer, format: ExportFormat): void {
  const type = (answer.headers['content-type'] ?? '').toLowerCase();
  if (/html/.test(type)) throw webPage(format);
  if (/\/(json|xml)\b/.test(type)) {
    throw new PortalFault('not-the-format', `the portal sent ${type} where ${format} was expected`);
  }
}

/** The first bytes are believed over any header. */
function refuseOpening(head: Buffer, format: ExportFormat): void {
  const opening = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (opening.startsWith('<')) throw webPage(format);
  if (format === 'parquet' && !opening.startsWith('PAR1')) {
    throw new PortalFault('not-the-format', 'the portal sent something else than Parquet');
  }
  if (format === 'csv' && /^[[{]/.test(opening)) {
    throw new PortalFault('not-the-format', 'the portal sent JSON where CSV was expected');
  }
  if (format === 'csv' && head.includes(0)) {
    throw new PortalFault('not-the-format', 'the portal sent something else than text');
  }
}

function webPage(format: ExportFormat): PortalFault {
  const name = format === 'csv' ? 'CSV' : 'Parquet';
  return new PortalFault('not-the-format', `the portal sent a web page where ${name} was expected`);
}
