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

/** Fetches the browser that playwright-core expects, when the machine has none of its own. */
function install(): string {
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

function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  const installed = [...usualPaths, chromium.executablePath()].find((path) => existsSync(path));
  return installed ?? install();
}

/** A Chromium of CHROMIUM_PATH, of the usual places, or installed for the occasion. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: flags });
