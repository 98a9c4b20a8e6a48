import { findBrowser } from './browser.ts';

/** Installs the browser once, before the workers that share it start. */
export default function setup(): void {
  findBrowser();
}
