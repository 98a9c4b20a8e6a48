import { writeSync } from 'node:fs';
import { ingest } from '../../../pipeline/ingest.ts';
import type { ProgressSink } from '../../../pipeline/progress.ts';

/** An ingestion in a process of its own that tells every step of its progress, one line each, as it comes. */
const tell = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const progress: ProgressSink = {
  task: (name) => {
    tell(`start ${name}`);
    return {
      advance: () => tell(`advance ${name}`),
      restart: () => tell(`restart ${name}`),
      done: () => tell(`done ${name}`),
      fail: () => tell(`fail ${name}`),
    };
  },
  note: (message) => tell(`note ${message}`),
  stop: () => tell('stop'),
};

const [source, dataFolder] = process.argv.slice(2);
const { status } = await ingest({ source: source!, dataFolder: dataFolder!, progress });
tell(`status ${status}`);
