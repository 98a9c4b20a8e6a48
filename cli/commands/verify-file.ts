import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { FileVerdict } from '../../server/seals/verify-file.ts';
import { UsageError } from '../config.ts';
import type { Program } from '../program.ts';

/** Exit codes: the file stands, its figures were revised since, it is not what was sealed. */
const codes: Readonly<Record<FileVerdict['status'], number>> = {
  unchanged: 0,
  revised: 3,
  altered: 1,
  unsealed: 1,
};

async function readGiven(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
}

const render = ({ status, reasons, address, version }: FileVerdict): string =>
  [
    `${status}: ${reasons.join(' ')}`,
    ...(address === null ? [] : [`  address    ${address}`]),
    ...(version.file === null ? [] : [`  file from  ${version.file}`]),
    `  asked      ${version.warehouse}`,
  ].join('\n');

/** `numoscope verify-file F`: whether a chart or workbook is unchanged, revised since, or altered. */
export function verifyFileCommand(program: Program): Command {
  return new Command('verify-file')
    .description('says whether a PNG, SVG, PDF or XLSX is unchanged, revised since or altered')
    .argument('<file>', 'a chart or workbook that left Numoscope')
    .option('--json', 'machine-readable')
    .action(async (path: string, flags: { json?: boolean }) => {
      const { verifyFile } = await import('../../server/seals/verify-file.ts');
      const file = await readGiven(path);
      const warehouse = await program.openWarehouse();
      try {
        const verdict = await verifyFile(file, warehouse);
        program.print(flags.json ? JSON.stringify(verdict) : render(verdict));
        program.exitWith(codes[verdict.status]);
      } finally {
        warehouse.close();
      }
    });
}
