import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built program's file. */
export const program = fileURLToPath(new URL('../../bin/numoscope.mjs', import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built program as a person would, with only the environment given. */
export async function numoscope(
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...words], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    ended.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    ended.err += chunk.toString();
  });
  ended.code = await new Promise((resolve) => child.once('close', resolve));
  return ended;
}
