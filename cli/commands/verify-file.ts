import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import type { Bundle, BundleVerdict } from '../../server/seals/verify-bundle.ts';
import type { FileVerdict } from '../../server/seals/verify-file.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { UsageError } from '../config.ts';
import type { Program } from '../program.ts';

/** Exit codes: the file stands, its figures were revised since, it is not what was sealed. */
const codes: Readonly<Record<FileVerdict['status'], number>> = {
  unchanged: 0,
  revised: 3,
  altered: 1,
  unsealed: 1,
};

/** A file, or every file of a folder by its path inside it. */
async function readGiven(path: string): Promise<Buffer | Bundle> {
  try {
    if (!(await stat(path)).isDirectory()) return await readFile(path);
    const inside = await readdir(path, { recursive: true, withFileTypes: true });
    const names = inside
      .filter((entry) => entry.isFile())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    const files = await Promise.all(
      names.sort().map(async (name) => [name, await readFile(join(path, name))] as const),
    );
    return new Map(files);
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
}

async function verifyGiven(
  given: Buffer | Bundle,
  warehouse: Warehouse,
): Promise<FileVerdict | BundleVerdict> {
  const { verifyFile } = await import('../../server/seals/verify-file.ts');
  const { openZip, verifyBundle } = await import('../../server/seals/verify-bundle.ts');
  if (!Buffer.isBuffer(given)) return verifyBundle(given, warehouse);
  const verdict = await verifyFile(given, warehouse);
  // A workbook is a ZIP too: its own seal goes first.
  const bundle = verdict.status === 'unsealed' ? openZip(given) : null;
  return bundle === null ? verdict : verifyBundle(bundle, warehouse);
}

const renderFiles = (verdict: FileVerdict | BundleVerdict): string[] =>
  'files' in verdict
    ? verdict.files.map(
        ({ name, status, reasons }) =>
          `  ${status.padEnd(9)}  ${name}${status === 'unchanged' ? '' : `: ${reasons.join(' ')}`}`,
      )
    : [];

const render = (verdict: FileVerdict | BundleVerdict): string =>
  [
    `${verdict.status}: ${verdict.reasons.join(' ')}`,
    ...renderFiles(verdict),
    ...(verdict.address === null ? [] : [`  address    ${verdict.address}`]),
    ...(verdict.version.file === null ? [] : [`  file from  ${verdict.version.file}`]),
    `  asked      ${verdict.version.warehouse}`,
  ].join('\n');

/** `numoscope verify-file F`: whether what left is unchanged, revised since, or altered. */
export function verifyFileCommand(program: Program): Command {
  return new Command('verify-file')
    .description(
      'says whether a picture, a specification, a table, or each file of a ZIP or folder, is unchanged, revised since or altered',
    )
    .argument('<file>', 'a chart, a table, an archive or a press kit that left Numoscope')
    .option('--json', 'machine-readable')
    .action(async (path: string, flags: { json?: boolean }) => {
      const given = await readGiven(path);
      const warehouse = await program.openWarehouse();
      try {
        const verdict = await verifyGiven(given, warehouse);
        program.print(flags.json ? JSON.stringify(verdict) : render(verdict));
        program.exitWith(codes[verdict.status]);
      } finally {
        warehouse.close();
      }
    });
}
