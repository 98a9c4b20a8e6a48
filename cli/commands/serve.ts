import { once } from 'node:events';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageRoot } from '../../warehouse/package-root.ts';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
import { countsHelp, loadCounts, readCounts } from '../counts.ts';
import { CommandFailure, hasWarehouse, openCurrent, type Program } from '../program.ts';
import { createProgress } from '../progress.ts';
import { buildDemonstration } from './demo.ts';
import { sayDatasets } from './ingest.ts';

interface ServeFlags {
  host?: string;
  port?: string;
  counts?: string;
}

/** What serving takes and no other command does: loaded when it is asked for. */
const loadServer = async () => ({
  ...(await import('../../server/app.ts')),
  ...(await import('../../server/chart-routes.ts')),
  ...(await import('../../server/formats/index.ts')),
  ...(await import('../../server/listen.ts')),
  ...(await import('../../warehouse/lifecycle.ts')),
  ...(await import('../verification.ts')),
});

async function serve(program: Program, config: Config): Promise<void> {
  const { WarehouseStore, buildApp, formatWriters, listen, registerCharts, verifyServed } =
    await loadServer();
  const store = new WarehouseStore(
    config.dataFolder,
    (fault) =>
      program.say(`A new warehouse could not be opened, the old one stays: ${String(fault)}`),
    await loadCounts(config.counts),
  );
  const app = await buildApp({
    store,
    siteFolder: join(packageRoot, 'dist', 'web'),
    formats: formatWriters,
    verify: verifyServed,
    readCounts,
    logLevel: config.logLevel,
    register: registerCharts,
  });
  const server = await listen(app, { host: config.host, port: config.port });
  program.say(`Numoscope is served on ${server.address} (stop with Ctrl+C).`);
  if (!program.signal.aborted) await once(program.signal, 'abort');
  await server.close();
}

const withFlags = (program: Program, flags: ServeFlags): Config => {
  const config = program.config();
  return { ...config, ...readConfig({ data: config.dataFolder, ...flags }, process.env) };
};

export function serveCommand(program: Program): Command {
  return new Command('serve')
    .description('site and API over an existing warehouse')
    .option('--host <host>', 'address to listen on (HOST)')
    .option('--port <port>', 'port to listen on (PORT)')
    .option('--counts <file>', countsHelp)
    .action(async (flags: ServeFlags) => {
      const config = withFlags(program, flags);
      (await openCurrent(config)).close();
      await serve(program, config);
    });
}

/** The portal first; the demonstration, said aloud, where the portal cannot be had. */
async function makeWarehouse(program: Program, config: Config): Promise<void> {
  program.say(`There is no warehouse in ${config.dataFolder} yet: asking ${config.source}.`);
  const { ingest } = await import('../../pipeline/ingest.ts');
  const progress = createProgress({ stream: process.stderr, enabled: true });
  const summary = await ingest({
    source: config.source,
    dataFolder: config.dataFolder,
    progress,
    signal: program.signal,
    ...(config.apiKey === undefined ? {} : { apiKey: config.apiKey }),
  }).finally(() => progress.stop());
  sayDatasets(program, summary);
  if (program.signal.aborted) throw new CommandFailure('Stopped before a warehouse was published.');
  if (summary.status !== 'failed') return;
  program.say(
    'The survey could not be had: building the DEMONSTRATION warehouse instead. Its figures are synthetic; run "numoscope ingest" when the portal can be reached.',
  );
  const demonstration = await buildDemonstration(program, config);
  if (demonstration.status === 'failed') {
    sayDatasets(program, demonstration);
    throw new CommandFailure('The demonstration could not be built either: see the lines above.');
  }
}

export function startCommand(program: Program): Command {
  return new Command('start')
    .description('makes a warehouse if there is none, then serves it (npm start)')
    .option('--host <host>', 'address to listen on (HOST)')
    .option('--port <port>', 'port to listen on (PORT)')
    .option('--counts <file>', countsHelp)
    .action(async (flags: ServeFlags) => {
      const config = withFlags(program, flags);
      if (!hasWarehouse(config)) await makeWarehouse(program, config);
      await serve(program, config);
    });
}
