/**
 * `npm run bench`: what ingestion and answers cost on this machine, beside the bare tools doing the same
 * work in the same run. `npm run bench -- ingestion|answers` runs one part.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '../../pipeline/demo/run.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { benchAnswers } from './answers.ts';
import { benchIngestion } from './ingestion.ts';

const parts = process.argv.slice(2);
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
const folder = mkdtempSync(join(tmpdir(), 'numoscope-bench-'));
try {
  if (wanted('ingestion')) await benchIngestion(folder, [0.25, 0.5, 1], 3);
  if (wanted('answers')) {
    await runDemo({ dataFolder: folder, progress: silentProgress });
    await benchAnswers(join(folder, 'current'));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
