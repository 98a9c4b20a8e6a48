import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { digest } from './seal.ts';

/** A file that left with others, as it was then. */
const ListedFile = Type.Object({
  name: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
  address: Type.Optional(
    Type.String({ description: 'Adresse des mêmes chiffres, sans le serveur' }),
  ),
});
export type ListedFile = Static<typeof ListedFile>;

/** What seals files that leave together, those that cannot carry a seal of their own included. */
export const Manifest = Type.Object({
  numoscope: Type.Literal(1),
  version: Type.String({ description: 'Version de l’entrepôt' }),
  files: Type.Array(ListedFile),
});
export type Manifest = Static<typeof Manifest>;

/** The names that a manifest goes by: in an archive of a chart, in a press kit. */
export const manifestNames = ['manifest.json', 'metadata.json'];

/** A file's line in a manifest. */
export const listFile = (name: string, body: Uint8Array, address?: string): ListedFile => ({
  name,
  bytes: body.length,
  sha256: digest(body),
  ...(address === undefined ? {} : { address }),
});

/** A manifest from a file; null when it is none. What it says beside is left alone. */
export function readManifest(body: Uint8Array): Manifest | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return Value.Check(Manifest, value) ? value : null;
  } catch {
    return null;
  }
}
