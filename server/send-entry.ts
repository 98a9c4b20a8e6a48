import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncoding, type ByteCache, type Entry } from './byte-cache.ts';

/** Answers may be kept by anyone, and are checked with us before use: a new ingest shows at once. */
const revalidated = 'public, max-age=0, must-revalidate';

const isKnown = (header = '', etag: string): boolean =>
  header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === `"${etag}"` || tag.startsWith(`"${etag}-`));

/** Sends ready bytes in the encoding that the request accepts, or 304 when it has them already. */
export async function sendEntry(
  request: FastifyRequest,
  reply: FastifyReply,
  cache: ByteCache,
  entry: Entry,
  cacheControl: string = revalidated,
): Promise<FastifyReply> {
  reply.header('cache-control', cacheControl).header('vary', 'accept-encoding');
  if (isKnown(request.headers['if-none-match'], entry.etag)) {
    return reply.header('etag', `"${entry.etag}"`).status(304).send();
  }
  const { encoding, body } = await cache.body(
    entry,
    acceptedEncoding(request.headers['accept-encoding']),
  );
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  if (entry.disposition !== null) reply.header('content-disposition', entry.disposition);
  return reply
    .header('etag', encoding === 'identity' ? `"${entry.etag}"` : `"${entry.etag}-${encoding}"`)
    .header('content-type', entry.contentType)
    .send(body);
}
