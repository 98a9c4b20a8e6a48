import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateDemo } from '../../pipeline/demo/generate.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { median, report } from './report.ts';
import type { StepResult } from './step.ts';

const stepFile = fileURLToPath(new URL('step.ts', import.meta.url));
/** What the program sets for itself before it loads DuckDB; DuckDB alone is measured as it comes. */
const ownAllocator = new URL('../../bin/allocator.mjs', import.meta.url).href;
const names = ['scan', 'values', 'load', 'star', 'ingest'] as const;
type StepName = (typeof names)[number];

function run(step: StepName, folder: string, work: string): StepResult {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const allocator = step === 'ingest' ? ['--import', ownAllocator] : [];
  const child = spawnSync(
    process.execPath,
    [...allocator, '--import', 'tsx', stepFile, step, folder, work],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(`The step ${step} failed: ${child.stderr}`);
  return JSON.parse(child.stdout) as StepResult;
}

const titles: Record<StepName, string> = {
  scan: 'DuckDB, bare scan (rows counted)',
  values: 'DuckDB, every value read',
  load: 'DuckDB, raw load to disk',
  star: 'DuckDB, respondents in a star schema, unchecked',
  ingest: 'numoscope ingest',
};

function reportRuns(runs: Record<StepName, StepResult[]>): void {
  const wall = (name: StepName) => median(runs[name].map((run) => run.milliseconds));
  const processor = (name: StepName) => median(runs[name].map((run) => run.processorMilliseconds));
  const [{ rows }] = runs.scan as [StepResult];
  report(
    `Ingestion, ${(rows / 1e6).toFixed(2)} million rows (load average ${loadavg()[0]!.toFixed(1)})`,
    [
      'step',
      'seconds',
      'rows per second',
      '× bare scan',
      '× raw load',
      '× star',
      'processor seconds',
      '× bare scan',
      'peak memory',
    ],
    names.map((name) => [
      titles[name],
      (wall(name) / 1000).toFixed(2),
      Math.round((rows / wall(name)) * 1000).toLocaleString('en'),
      (wall(name) / wall('scan')).toFixed(2),
      (wall(name) / wall('load')).toFixed(2),
      (wall(name) / wall('star')).toFixed(2),
      (processor(name) / 1000).toFixed(2),
      (processor(name) / processor('scan')).toFixed(2),
      `${(Math.max(...runs[name].map((run) => run.peakBytes)) / 2 ** 30).toFixed(2)} GB`,
    ]),
  );
}

/**
 * Ingestion beside DuckDB’s bare scan, raw load and plainest star schema of the same files, in interleaved runs:
 * what is worth reading is the ratio. The faster a machine scans, the more scans any warehouse costs: the star tells. Files of 1, 2 and 4 million rows by default.
 */
export async function benchIngestion(
  folder: string,
  scales: readonly number[],
  repeats: number,
): Promise<void> {
  for (const scale of scales) {
    const files = join(folder, `files-${scale}`);
    rmSync(files, { recursive: true, force: true });
    mkdirSync(files, { recursive: true });
    await generateDemo({ folder: files, scale, progress: silentProgress });
    const runs: Record<StepName, StepResult[]> = {
      scan: [],
      values: [],
      load: [],
      star: [],
      ingest: [],
    };
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      for (const name of names) runs[name].push(run(name, files, join(folder, 'work')));
    }
    reportRuns(runs);
    rmSync(files, { recursive: true, force: true });
  }
}
