import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { Chart } from '../../core/charts/chart.ts';
import type { MetaAnswer } from '../../core/contract/catalogue.ts';
import { canonical } from '../canonical.ts';

/** The figures of a file as their reader sees them. */
const Figures = Type.Object({
  columns: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String())),
});
export type Figures = Static<typeof Figures>;

/**
 * What travels inside a picture: from which address and warehouse it was drawn, its figures, and the digest of what is
 * drawn. It has no key: it tells an edit from the original, and a forger's seal is found out by asking the warehouse.
 */
export const Seal = Type.Object({
  numoscope: Type.Literal(1),
  address: Type.String({ description: 'Adresse du même graphique, sans le serveur' }),
  version: Type.String({ description: 'Version de l’entrepôt' }),
  builtAt: Type.String(),
  origin: Type.String(),
  licence: Type.String(),
  title: Type.String(),
  source: Type.String(),
  figures: Figures,
  drawing: Type.String({ description: 'SHA-256 de ce qui est dessiné et du reste du sceau' }),
});
export type Seal = Static<typeof Seal>;

export const digest = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

export const figuresOf = ({ table }: Pick<Chart, 'table'>): Figures => ({
  columns: table.columns.map(({ label }) => label),
  rows: table.rows.map((row) => [...row]),
});

/** The seal of a picture, before what is drawn is known. */
export function sealOf(
  chart: Chart,
  address: string,
  { version, builtAt, origin, licence }: MetaAnswer,
): Omit<Seal, 'drawing'> {
  return {
    numoscope: 1,
    address,
    version,
    builtAt,
    origin,
    licence: licence.name,
    title: chart.title,
    source: chart.source,
    figures: figuresOf(chart),
  };
}

/** The digest of a seal's own words and of what is drawn: neither is edited unseen, whatever the warehouse. */
export function sealedDigest(
  seal: Omit<Seal, 'drawing'>,
  ...drawn: readonly (string | Uint8Array)[]
): string {
  return digest(canonical({ ...seal, drawing: undefined }), ...drawn);
}

/** A seal from text found in a file; null when it is none. */
export function readSeal(text: string): Seal | null {
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(Seal, value) ? value : null;
  } catch {
    return null;
  }
}
