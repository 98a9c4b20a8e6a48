/**
 * Builds the program (tsc) and the site (vite) into dist/, unless dist/ is newer than every source.
 * Plain JavaScript: it runs before anything is compiled.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');
const rooms = ['core', 'warehouse', 'pipeline', 'server', 'cli', 'web'];
const files = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts'];

function fingerprint() {
  const lines = [];
  const visit = (path) => {
    const stats = statSync(join(root, path));
    if (stats.isDirectory())
      for (const name of readdirSync(join(root, path)).sort()) visit(join(path, name));
    else lines.push(`${path} ${stats.size} ${stats.mtimeMs}`);
  };
  for (const path of [...rooms, ...files]) if (existsSync(join(root, path))) visit(path);
  return lines.join('\n');
}

function step(name, packageFile, args) {
  const require = createRequire(import.meta.url);
  const script = join(require.resolve(`${name}/package.json`), '..', packageFile);
  const result = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/**
 * `npx numoscope` finds its program in node_modules/.bin. package.json has no `bin`: npx would rather install
 * the package into its own cache, and stay broken when that is interrupted once.
 */
function linkProgram() {
  const folder = join(root, 'node_modules', '.bin');
  const link = join(folder, 'numoscope');
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  if (process.platform === 'win32') {
    writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\bin\\numoscope.mjs" %*\r\n');
  } else {
    symlinkSync(join('..', '..', 'bin', 'numoscope.mjs'), link);
  }
}

/** Compresses the site's files once, as tightly as brotli can: a server has no time for it. */
function compressSite(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name);
    if (/\.(?:js|css|svg)$/.test(name)) {
      writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
    }
  }
}

linkProgram();
const wanted = fingerprint();
const force = process.argv.includes('--force');
if (force || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  // Built aside: a source that does not compile leaves the last good build in place.
  const next = join(root, 'dist.next');
  rmSync(next, { recursive: true, force: true });
  step('typescript', 'bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', next]);
  step('vite', 'bin/vite.js', ['build', '--logLevel', 'warn', '--outDir', join(next, 'web')]);
  compressSite(join(next, 'web'));
  writeFileSync(join(next, '.built'), wanted);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(next, join(root, 'dist'));
}
