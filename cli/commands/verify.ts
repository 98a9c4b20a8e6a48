import { Command } from 'commander';
import type { Program } from '../program.ts';

export function verifyCommand(program: Program): Command {
  return new Command('verify')
    .description('sets what the warehouse computes beside what was officially published')
    .option('--json', 'machine-readable')
    .action(async (flags: { json?: boolean }) => {
      const { renderVerification, verify } = await import('../../pipeline/verify/verify.ts');
      const warehouse = await program.openWarehouse();
      try {
        const result = await verify(warehouse);
        program.print(flags.json ? JSON.stringify(result) : renderVerification(result));
        program.exitWith(result.failed === 0 ? 0 : 1);
      } finally {
        warehouse.close();
      }
    });
}
