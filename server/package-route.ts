import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { ZipFile } from 'yazl';
import { parseQuery, type RawQuery } from '../core/contract/parse-query.ts';
import { notFound } from '../core/contract/problem.ts';
import type { WarehouseStore } from '../warehouse/lifecycle.ts';
import { apiRoot } from './answer-routes.ts';
import { keptAs } from './byte-cache.ts';
import { nothing } from './problem-words.ts';
import { qualityName } from './verification.ts';

/** What the document says of the package's address. */
export const packageEndpoint = {
  name: 'package',
  path: '/package',
  summary:
    'L’entrepôt entier : toutes les tables en Parquet, datapackage.json (Frictionless) et quality.json, dans une archive ZIP.',
  parameters: [],
  example: '/package',
} as const;

const descriptorName = 'datapackage.json';

const Nothing = Type.Object({}, { additionalProperties: false });

interface Opened {
  readonly name: string;
  readonly handle: FileHandle;
  readonly size: number;
}

async function openFile(folder: string, name: string): Promise<Opened> {
  const handle = await open(join(folder, name));
  return { name, handle, size: (await handle.stat()).size };
}

const closeAll = (files: readonly Opened[]) =>
  Promise.all(files.map(({ handle }) => handle.close()));

/**
 * Opens what the package holds, all at once: the files stay readable when a new warehouse takes the place of this one.
 * @throws ProblemError 404 when the warehouse has no description of itself.
 */
async function openPackage(folder: string): Promise<Opened[]> {
  const opened: Opened[] = [];
  const take = async (name: string) => {
    const file = await openFile(folder, name);
    opened.push(file);
    return file;
  };
  try {
    const { handle } = await take(descriptorName);
    const text = await handle.readFile('utf8');
    const { resources } = JSON.parse(text) as { resources: { path: string }[] };
    for (const name of [qualityName, ...resources.map(({ path }) => path)]) await take(name);
    return opened;
  } catch (cause) {
    await closeAll(opened);
    const absent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (!absent) throw cause;
    throw notFound('package', nothing.package);
  }
}

/** The archive as a stream, and its size in bytes: Parquet is compressed already, so files are stored as they are. */
async function zip(files: readonly Opened[], mtime: Date) {
  const archive = new ZipFile();
  const output = new PassThrough();
  for (const { name, handle, size } of files) {
    archive.addReadStreamLazy(name, { size, mtime, compress: false }, (give) => {
      const stream = handle.createReadStream({ start: 0, autoClose: false });
      stream.on('error', (fault) => output.destroy(fault));
      give(null, stream);
    });
  }
  archive.on('error', (fault: Error) => output.destroy(fault));
  const sized = new Promise<number>((resolve) => {
    archive.end(undefined, (total?: number) => resolve(total ?? -1));
  });
  archive.outputStream.pipe(output);
  return { output, size: await sized };
}

/** Registers `/package`: the whole warehouse as a Frictionless data package, streamed. */
export function registerPackage(app: FastifyInstance, store: WarehouseStore): void {
  app.get(apiRoot + packageEndpoint.path, async (request: FastifyRequest, reply: FastifyReply) => {
    parseQuery(Nothing, request.query as RawQuery);
    const { files, version, builtAt } = await store.lease(async (warehouse) => ({
      files: await openPackage(warehouse.folder),
      version: warehouse.version,
      builtAt: warehouse.catalogue.meta.get('builtAt') ?? '',
    }));
    const built = new Date(builtAt);
    const { output, size } = await zip(files, Number.isNaN(built.getTime()) ? new Date() : built);
    once(output, 'close').finally(() => closeAll(files));
    if (size >= 0) reply.header('content-length', size);
    return reply
      .header('cache-control', 'no-cache')
      .header('content-disposition', keptAs(`numoscope-${version}.zip`))
      .type('application/zip')
      .send(output);
  });
}
