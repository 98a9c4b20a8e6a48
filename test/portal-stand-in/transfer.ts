import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Served } from './dataset.ts';

const PAGE = '<!DOCTYPE html>\n<html><body>Maintenance en cours</body></html>\n';

/** Sends an export as the data set's faults would have it. */
export async function transfer(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
  contentType: string,
  whole: Buffer,
): Promise<void> {
  const { faults } = served;
  response.setHeader('content-type', contentType);
  response.setHeader('content-disposition', `attachment; filename="${served.id}.csv"`);
  if (faults.strikes('html-200')) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(PAGE);
    return;
  }
  if (faults.strikes('mislabelled-gzip')) {
    response.setHeader('content-encoding', 'gzip');
    response.end(whole);
    return;
  }
  const gzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (gzip) response.setHeader('content-encoding', 'gzip');
  const encode = (bytes: Buffer) => (gzip ? gzipSync(bytes) : bytes);
  if (faults.strikes('truncated-clean')) {
    response.end(encode(upToLine(whole, 0.5)));
    return;
  }
  if (faults.strikes('truncated-quote')) {
    const last = whole.lastIndexOf('"');
    response.end(encode(whole.subarray(0, last)));
    return;
  }
  if (faults.strikes('truncated-row')) {
    response.end(encode(whole.subarray(0, whole.lastIndexOf(';'))));
    return;
  }
  const encoded = encode(whole);
  const half = encoded.subarray(0, Math.floor(encoded.length / 2));
  if (faults.strikes('truncated-gzip')) response.end(half);
  else if (faults.strikes('reset')) response.write(half, () => response.destroy());
  else if (faults.strikes('hang')) response.write(half);
  else if (faults.strikes('slow')) await dribble(response, encoded);
  else response.end(encoded);
}

function upToLine(whole: Buffer, share: number): Buffer {
  return whole.subarray(0, whole.indexOf('\n', Math.floor(whole.length * share)) + 1);
}

async function dribble(response: ServerResponse, bytes: Buffer): Promise<void> {
  const size = Math.max(1, Math.ceil(bytes.length / 20));
  for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
    response.write(bytes.subarray(start, start + size));
    await sleep(20);
  }
  response.end();
}
