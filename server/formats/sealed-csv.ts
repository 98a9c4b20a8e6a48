import { figuresDigest, sealText, type TableSeal } from '../seals/table-seal.ts';
import { writeCsv } from './csv.ts';
import type { DataTable } from './table.ts';

/** The digest of a table by its technical names, the same for every file it leaves in. */
export const digestOf = ({ columns, rows }: DataTable): string =>
  figuresDigest(
    columns.map(({ name }) => name),
    rows,
  );

/**
 * A table as CSV for spreadsheets with its seal: from which address and warehouse it was written, and the digest of its
 * figures.
 */
export const sealedCsv = (table: DataTable, made: Omit<TableSeal, 'figures'>): string =>
  writeCsv(table, 'french', sealText({ ...made, figures: digestOf(table) }));
