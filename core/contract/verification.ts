import Type, { type Static } from 'typebox';
import { Nullable, NullableInteger, NullableNumber } from './schema.ts';
import { VerificationCause } from './verification-causes.ts';

/** What a published figure says; `reconciliation` sets the two bases of an edition side by side. */
export const verifiedStatistics = [
  'share_pct',
  'difference_pt',
  'respondents',
  'count',
  'weight',
  'reconciliation',
] as const;

export const verdicts = ['ok', 'differs', 'skipped'] as const;

export const VerifiedFigure = Type.Object({
  id: Type.String(),
  edition: NullableInteger,
  fromEdition: NullableInteger,
  question: NullableInteger,
  answers: Type.Array(Type.String(), { description: 'Réponses comptées ensemble' }),
  among: Type.Array(Type.String(), { description: 'Réponses de la base, si elle est réduite' }),
  dimension: Nullable(Type.String()),
  keys: Type.Array(Type.String()),
  statistic: Type.Enum([...verifiedStatistics]),
  official: Type.Number({
    description: 'Dans son unité : pour cent, points, répondants ou entreprises',
  }),
  computed: NullableNumber,
  difference: NullableNumber,
  rounding: NullableNumber,
  verdict: Type.Enum([...verdicts]),
  reason: Nullable(
    Type.String({
      description: 'Pourquoi le chiffre n’est pas vérifié, ou ce qui est comparé, en français',
    }),
  ),
  cause: Nullable(VerificationCause),
  source: Nullable(Type.String()),
});
export type VerifiedFigure = Static<typeof VerifiedFigure>;

/** The published figures recomputed from a warehouse. */
export const Verification = Type.Object({
  passed: Type.Integer(),
  failed: Type.Integer(),
  skipped: Type.Integer(),
  figures: Type.Array(VerifiedFigure),
});
export type Verification = Static<typeof Verification>;

/** What became of one data set when it was ingested. */
export const IngestedDataset = Type.Object({
  dataset: Type.String(),
  kind: Type.String(),
  edition: NullableInteger,
  status: Type.String(),
  rows: Type.Integer(),
  kept: Type.Integer(),
  rejected: Type.Integer(),
  duplicates: Type.Integer(),
  reasons: Type.Array(
    Type.Object({
      reason: Type.String(),
      column: Nullable(Type.String()),
      rows: Type.Integer(),
      firstLines: Type.Array(Type.Integer()),
    }),
  ),
  codesUnmatched: Type.Array(Type.String()),
  warnings: Type.Array(Type.String()),
  checks: Type.Array(
    Type.Object({ check: Type.String(), passed: Type.Boolean(), detail: Type.String() }),
  ),
});
export type IngestedDataset = Static<typeof IngestedDataset>;

export const VerificationAnswer = Type.Object({
  version: Type.String(),
  ...Verification.properties,
  datasets: Nullable(
    Type.Array(IngestedDataset, {
      description: 'Rapport de l’ingestion ; nul quand l’entrepôt n’en a pas',
    }),
  ),
});
export type VerificationAnswer = Static<typeof VerificationAnswer>;
