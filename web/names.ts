import { departments, regions } from '../core/contract/territories.ts';
import { type Dimension, sectors, sizes } from '../core/contract/vocabulary.ts';

const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

/** Every value of every dimension, in the order they are offered. */
export const keysOf: Record<Dimension, readonly string[]> = {
  department: codes(departments),
  region: codes(regions),
  sector: keys(sectors),
  size: keys(sizes),
};
