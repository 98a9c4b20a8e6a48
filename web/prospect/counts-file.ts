import { signal } from '@preact/signals';

/** A file of official counts as the reader chose it, in memory as long as the page. */
export interface CountsFile {
  readonly content: File;
  /** Two files may have one name: each choice has its number. */
  readonly number: number;
}

/** The official counts that volumes rest on; null for the survey's own. */
export const countsFile = signal<CountsFile | null>(null);

let chosen = 0;

/** Has volumes rest on a file, from the next answer on. */
export function takeCounts(content: File): void {
  chosen += 1;
  countsFile.value = { content, number: chosen };
}

/** Back to the survey's own numbers of enterprises. */
export function dropCounts(): void {
  countsFile.value = null;
}
