import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateDemo } from '../../pipeline/demo/generate.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { median, report } from './report.ts';
import type { StepResult } from './step.ts';

const stepFile = fileURLToPath(new URL('step.ts', import.meta.url));
const names = ['scan', 'load', 'ingest'] as const;
type StepName = (typeof names)[number];

function run(step: StepName, folder: string, work: string): StepResult {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const child = spawnSync(process.execPath, ['--import', 'tsx', stepFile, step, folder, work], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`The step ${step} failed: ${child.stderr}`);
  return JSON.parse(child.stdout) as StepResult;
}

/**
 * Ingestion beside DuckDB’s bare scan and raw load of the same files, in interleaved runs: what is
 * worth reading is the ratio. Files of 1, 2 and 4 million rows by default.
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
    const runs: Record<StepName, StepResult[]> = { scan: [], load: [], ingest: [] };
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      for (const name of names) runs[name].push(run(name, files, join(folder, 'work')));
    }
    const bare = median(runs.scan.map(({ milliseconds }) => milliseconds));
    report(
      `Ingestion, ${(runs.scan[0]!.rows / 1e6).toFixed(2)} million rows`,
      ['step', 'seconds', 'rows per second', 'ratio to the bare scan', 'peak memory'],
      names.map((name) => {
        const milliseconds = median(runs[name].map((result) => result.milliseconds));
        const peak = Math.max(...runs[name].map((result) => result.peakBytes));
        return [
          {
            scan: 'DuckDB, bare scan',
            load: 'DuckDB, raw load to disk',
            ingest: 'numoscope ingest',
          }[name],
          (milliseconds / 1000).toFixed(2),
          Math.round((runs[name][0]!.rows / milliseconds) * 1000).toLocaleString('en'),
          (milliseconds / bare).toFixed(2),
          `${(peak / 2 ** 30).toFixed(2)} GB`,
        ];
      }),
    );
    rmSync(files, { recursive: true, force: true });
  }
}
