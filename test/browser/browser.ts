import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const onPath = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** On Debian as root, the distribution's Chromium; it needs no download that a closed network refuses. */
function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  const quiet = {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const;
  return (
    spawnSync('apt-get', ['update', '-qq'], quiet).status === 0 &&
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet).status === 0
  );
}

/** The browser that playwright-core downloads for itself. */
function installFromPlaywright(): string {
  const packageFile = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const program = join(dirname(packageFile), 'cli.js');
  const result = spawnSync(process.execPath, [program, 'install', 'chromium'], {
    encoding: 'utf8',
  });
  const path = chromium.executablePath();
  if (result.status !== 0 || !existsSync(path)) {
    throw new Error(`No browser: set CHROMIUM_PATH to a Chromium. ${result.stderr}`);
  }
  return path;
}

const installedBrowser = (): string | undefined =>
  [...usualPaths, chromium.executablePath()].find((path) => existsSync(path));

/** The browser that CHROMIUM_PATH names, one that is there, or one installed for the occasion. */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  const present = installedBrowser() ?? (installFromDebian() ? installedBrowser() : undefined);
  return present ?? installFromPlaywright();
}

/** A Chromium of CHROMIUM_PATH, of the usual places, or installed for the occasion. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: flags });
