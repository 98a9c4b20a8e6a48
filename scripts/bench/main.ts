/**
 * `npm run bench`: what ingestion and answers cost on this machine, beside the bare tools doing the same
 * work in the same run. `npm run bench -- ingestion|answers|postgres|served|pages|reranking|curve` runs some parts. Answers are
 * those of the warehouse of NUMOSCOPE_DATA where it is set, else of a demonstration built for the run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '../../pipeline/demo/run.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { benchAnswers, benchPostgres, crosstabLine } from './answers.ts';
import { benchIngestion } from './ingestion.ts';
import { benchPages } from './pages.ts';
import { report } from './report.ts';
import { benchReranking } from './rerank.ts';
import { benchServed } from './served.ts';

/** Scales of the demonstration that give about 1, 2, 4 and 8 million rows. */
const curve = [0.29, 0.58, 1.15, 2.31];

const parts = process.argv.slice(2);
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
const folder = mkdtempSync(join(tmpdir(), 'numoscope-bench-'));
const data = process.env.NUMOSCOPE_DATA ?? folder;

async function benchCurve(): Promise<void> {
  const rows: string[][] = [];
  for (const scale of curve) {
    const scaled = join(folder, `scale-${scale}`);
    await runDemo({ dataFolder: scaled, progress: silentProgress, scale });
    rows.push(await crosstabLine(join(scaled, 'current')));
    rmSync(scaled, { recursive: true, force: true });
  }
  report(
    'Cross-tab by department, uncached, as the warehouse grows',
    ['warehouse', 'median', 'p99', 'ratio to its SQL alone'],
    rows,
  );
}

try {
  if (wanted('ingestion')) await benchIngestion(folder, [0.25, 0.5, 1], 3);
  if (data === folder && ['answers', 'postgres', 'served', 'pages', 'reranking'].some(wanted)) {
    await runDemo({ dataFolder: folder, progress: silentProgress });
  }
  if (wanted('answers')) await benchAnswers(join(data, 'current'));
  if (wanted('postgres')) await benchPostgres(join(data, 'current'));
  if (wanted('served')) await benchServed(data);
  if (wanted('pages')) await benchPages(data);
  if (wanted('reranking')) await benchReranking(data);
  if (wanted('curve')) await benchCurve();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
