import { digest } from './seal.ts';

/**
 * What travels in a table that has no notes of its own (CSV, Parquet): one line without commas, semicolons or quotes, so
 * that no reader of tables stumbles on it.
 */
export interface TableSeal {
  version: string;
  /** SHA-256 of names and values. */
  figures: string;
  /** Where the same figures are, without the server. */
  address: string;
}

/** A table sealed, as it was found in a file. */
export interface OpenedTable {
  seal: TableSeal;
  intact: boolean;
}

const line = /^numoscope:1 (\S+) ([0-9a-f]{64}) (\/\S*)$/;

export const sealText = ({ version, figures, address }: TableSeal): string =>
  `numoscope:1 ${version} ${figures} ${address}`;

/** A seal from text found in a file; null when it is none. */
export function readTableSeal(text: string): TableSeal | null {
  const [, version, figures, address] = line.exec(text) ?? [];
  if (version === undefined || figures === undefined || address === undefined) return null;
  return { version, figures, address };
}

const decimalComma = /^(-?\d+),(\d+(?:e[+-]?\d+)?)$/;

/** A value as text, the same whatever the file and its decimal mark. */
const plain = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value).replace(decimalComma, '$1.$2');

/** The digest of a table by its technical names, whatever the file that holds it. */
export const figuresDigest = (
  names: readonly string[],
  rows: readonly (readonly unknown[])[],
): string => digest(JSON.stringify([names, ...rows.map((row) => row.map(plain))]));
