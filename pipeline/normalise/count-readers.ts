import type { CountReaders } from '../../core/contract/enterprise-counts.ts';
import { departments } from '../../core/contract/territories.ts';
import { sectors, sizes } from '../../core/contract/vocabulary.ts';
import { departmentId, sectorId, sizeDetailId, sizeOfDetail } from './dimensions.ts';

/** Reads a register's labels and codes as the survey's own; a finer size class is its published one. */
export const countReaders: CountReaders = {
  department: (text) => departments[(departmentId(text) ?? 0) - 1]?.code ?? null,
  sector: (text) => sectors[(sectorId(text) ?? 0) - 1]?.key ?? null,
  size: (text) => sizes[sizeOfDetail[sizeDetailId(text) ?? 0]! - 1]?.key ?? null,
};
