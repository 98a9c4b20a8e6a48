import { resolve } from 'node:path';

/** What the commands need to know of their surroundings; flags win over the environment. */
export interface Config {
  dataFolder: string;
  source: string;
  apiKey: string | undefined;
  host: string;
  port: number;
  logLevel: string;
  /** A CSV of official numbers of enterprises; volumes rest on the survey's weights without it. */
  counts: string | undefined;
}

export const defaultSource = 'https://data.economie.gouv.fr';

/** A word of the call that cannot be used: the program ends with code 2. */
export class UsageError extends Error {}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads flags and environment once; nothing else looks at `process.env`.
 * @throws UsageError when a port or a log level is not one.
 */
export function readConfig(
  flags: {
    data?: string;
    source?: string;
    apiKey?: string;
    host?: string;
    port?: string;
    counts?: string;
  },
  environment: NodeJS.ProcessEnv,
): Config {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const port = flags.port ?? given('PORT') ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new UsageError(`The port is "${port}": give a number between 0 and 65535.`);
  }
  const logLevel = given('LOG_LEVEL') ?? 'warn';
  if (!logLevels.includes(logLevel)) {
    throw new UsageError(`LOG_LEVEL is "${logLevel}": give one of ${logLevels.join(', ')}.`);
  }
  return {
    dataFolder: resolve(flags.data ?? given('NUMOSCOPE_DATA') ?? '.numoscope'),
    source: flags.source ?? given('NUMOSCOPE_SOURCE') ?? defaultSource,
    apiKey: flags.apiKey ?? given('NUMOSCOPE_API_KEY'),
    host: flags.host ?? given('HOST') ?? '127.0.0.1',
    port: Number(port),
    logLevel,
    counts: flags.counts ?? given('NUMOSCOPE_COUNTS'),
  };
}
