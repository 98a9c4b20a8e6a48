import { recognise } from './recognise.ts';

/**
 * The technical names of a data set's columns that hold a canonical field, in the portal's order; null
 * when they do not make up any kind of data set, so that all of it is worth asking for.
 */
export function columnsNeeded(
  fields: readonly { readonly name: string; readonly label: string }[],
): string[] | null {
  const byName = fields.map(({ name }) => name);
  for (const headers of [byName, fields.map(({ label }) => label)]) {
    const { map, recognised } = recognise(headers);
    if (!recognised || map.missing.length > 0) continue;
    const used = new Set(map.fields.map(({ index }) => index));
    return byName.filter((_, index) => used.has(index));
  }
  return null;
}
