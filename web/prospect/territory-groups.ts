import { keysOf } from '../names.ts';

/** Departments under a name of the vendor's own. */
export interface TerritoryGroup {
  name: string;
  /** Codes of the Code officiel géographique, in its order. */
  departments: readonly string[];
}

const place = 'numoscope-territories';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** One stored group, without the departments that are none; null when nothing of it can be used. */
function readGroup(value: unknown): TerritoryGroup | null {
  if (!isRecord(value) || typeof value.name !== 'string') return null;
  const { name, departments } = value;
  if (!Array.isArray(departments)) return null;
  const known = keysOf.department.filter((code) => departments.includes(code));
  return typeof name !== 'string' || name.trim() === '' || known.length === 0
    ? null
    : { name, departments: known };
}

/** The groups that this browser keeps; none where it keeps nothing or what it kept does not read. */
export function storedGroups(): readonly TerritoryGroup[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(list) ? list.flatMap((one: unknown) => readGroup(one) ?? []) : [];
  } catch {
    return [];
  }
}

/** Keeps the groups in this browser; false when it refuses. */
export function storeGroups(groups: readonly TerritoryGroup[]): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(groups));
    return true;
  } catch {
    return false;
  }
}
