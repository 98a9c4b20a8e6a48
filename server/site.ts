import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readSitePath } from '../core/contract/site-paths.ts';
import { type ByteCache, type Entry, entryOf } from './byte-cache.ts';
import { readerPolicy } from './headers.ts';
import type { Manifest } from './page-preloads.ts';
import { sendEntry } from './send-entry.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** The ending of a file's brotli twin, made by the build. */
const compressed = '.br';

const immutable = 'public, max-age=31536000, immutable';

const unbuilt = entryOf(
  'text/html; charset=utf-8',
  Buffer.from(
    `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Numoscope</title>
<h1>Le site n'est pas construit</h1>
<p>Lancer <code>npm run build</code>, puis relancer le serveur.
L'API répond déjà : <a href="/api/docs">sa documentation</a>.</p></html>`,
  ),
);

/** The files of the built site, in memory: a few megabytes, read once. */
export class Site {
  readonly #files: ReadonlyMap<string, Entry>;
  /** What the build's modules are called. */
  readonly manifest: Manifest;

  private constructor(files: ReadonlyMap<string, Entry>) {
    this.#files = files;
    const built = files.get('/manifest.json')?.bodies.get('identity');
    this.manifest = built === undefined ? {} : (JSON.parse(String(built)) as Manifest);
  }

  /** Reads `folder`; a missing one gives a site that says how to build it. */
  static async read(folder: string): Promise<Site> {
    const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const paths = names
      .filter((name) => name.isFile())
      .map((name) => join(name.parentPath, name.name));
    const files = await Promise.all(
      paths
        .filter((path) => extname(path) !== compressed)
        .map(async (path): Promise<[string, Entry]> => {
          const type = contentTypes[extname(path)] ?? 'application/octet-stream';
          const url = `/${relative(folder, path).split(sep).join('/')}`;
          const entry = entryOf(type, await readFile(path));
          const twin = `${path}${compressed}`;
          if (paths.includes(twin)) entry.bodies.set('br', await readFile(twin));
          return [url, entry];
        }),
    );
    return new Site(new Map(files));
  }

  /** A file of the site, or its page, `dress`ed, for any other address; 404 where the site has no such page or asset. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    cache: ByteCache,
    dress: (html: string) => Promise<string>,
  ): Promise<FastifyReply> {
    const path = decodePath(request.url);
    const file = this.#files.get(path);
    if (file !== undefined && path !== '/index.html') {
      if (isReader(path)) reply.header('content-security-policy', readerPolicy);
      return sendEntry(request, reply, cache, file, cacheControlOf(path));
    }
    if (path.startsWith('/assets/')) {
      return reply.status(404).type('text/plain; charset=utf-8').send('Introuvable\n');
    }
    const page = this.#files.get('/index.html');
    if (page === undefined)
      return sendEntry(request, reply.status(503), cache, unbuilt, 'no-store');
    const html = await dress(String(page.bodies.get('identity')));
    const dressed = entryOf(page.contentType, Buffer.from(html));
    return path === '/index.html' || readSitePath(path) !== null
      ? sendEntry(request, reply, cache, dressed)
      : sendEntry(request, reply.status(404), cache, dressed, 'no-store');
  }
}

/** The worker of `web/own`, as vite.config.ts names it. */
const isReader = (path: string): boolean => /^\/assets\/reader-[\w-]+\.js$/.test(path);

/** Only hashed assets never change under their name. */
const cacheControlOf = (path: string): string | undefined =>
  path.startsWith('/assets/') ? immutable : undefined;

function decodePath(url: string): string {
  const path = url.split('?', 1)[0] ?? '/';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
