import type { TopLevelSpec } from 'vega-lite';
import { canonical } from '../canonical.ts';
import type { JsonStatDataset } from '../formats/json-stat.ts';
import { digest, readSeal, type Seal, sealedDigest } from './seal.ts';
import { type OpenedTable, readTableSeal, sealText, type TableSeal } from './table-seal.ts';

/** The two kinds of JSON that leave sealed, as far as their seals go. */
interface SealedJson {
  usermeta?: { numoscope?: unknown };
  extension?: { seal?: unknown };
}

/** What a file of JSON holds; null when it holds none, or no object. */
export function readJson(file: Buffer): SealedJson | null {
  if (file[0] !== '{'.charCodeAt(0)) return null;
  try {
    return JSON.parse(file.toString('utf8')) as SealedJson;
  } catch {
    return null;
  }
}

/** The digest of a specification, however it is indented and its keys ordered: all of it but its seal. */
const specDigest = ({ usermeta, ...spec }: SealedJson, seal: Omit<Seal, 'drawing'>): string =>
  sealedDigest(seal, canonical({ ...spec, usermeta: { ...usermeta, numoscope: undefined } }));

/** A Vega-Lite specification with its seal in its `usermeta`, which nothing draws. */
export const sealSpec = (spec: TopLevelSpec, seal: Omit<Seal, 'drawing'>): TopLevelSpec => ({
  ...spec,
  usermeta: {
    ...spec.usermeta,
    numoscope: { ...seal, drawing: specDigest(spec as SealedJson, seal) },
  },
});

/** The seal inside a specification and whether the chart is the one sealed; null without a seal. */
export function openSpec(spec: SealedJson): { seal: Seal; intact: boolean } | null {
  const seal = readSeal(JSON.stringify(spec.usermeta?.numoscope ?? null));
  return seal === null ? null : { seal, intact: seal.drawing === specDigest(spec, seal) };
}

/** The digest of a cube: its dimensions, figures, flags and marks; not its notes, which date it. */
function cubeDigest(dataset: SealedJson): string {
  const { id, size, dimension, value, status, extension } = dataset as JsonStatDataset;
  return digest(canonical([id, size, dimension, value, status, extension?.marks]));
}

/** A JSON-stat data set with its seal in its `extension`. */
export const sealJsonStat = (
  dataset: JsonStatDataset,
  made: Omit<TableSeal, 'figures'>,
): JsonStatDataset => ({
  ...dataset,
  extension: {
    ...dataset.extension,
    seal: sealText({ ...made, figures: cubeDigest(dataset) }),
  },
});

/** The seal of a data set and whether its figures are those sealed; null without a seal. */
export function openJsonStat(dataset: SealedJson): OpenedTable | null {
  const seal = readTableSeal(String(dataset.extension?.seal));
  return seal === null ? null : { seal, intact: cubeDigest(dataset) === seal.figures };
}
