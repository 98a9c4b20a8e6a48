import Type, { type Static } from 'typebox';
import { causeFields } from './causes.ts';
import { cautionFields } from './cautions.ts';
import { filterProperties } from './filters.ts';
import {
  AskedBasisSchema,
  BasisSchema,
  ComparabilityStatusSchema,
  ConfidenceSchema,
  DifferenceSchema,
  DimensionSchema,
  FlagSchema,
  Interval,
  KeySchema,
  Nullable,
  NullableInteger,
  NullableNumber,
  QuestionRef,
} from './schema.ts';

export const TrendsQuery = Type.Object(
  {
    question: Type.Integer({ description: 'Code unifié de la question' }),
    answer: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Réponses comptées ensemble ; sans elles, une série par réponse',
      }),
    ),
    by: Type.Optional(
      Type.Array(DimensionSchema, { maxItems: 1, description: 'Une série par valeur' }),
    ),
    edition: Type.Optional(
      Type.Array(Type.Integer(), {
        description: 'Éditions montrées, comparées chacune à la précédente ; toutes par défaut',
      }),
    ),
    basis: Type.Optional(AskedBasisSchema),
    confidence: Type.Optional(ConfidenceSchema),
    ...filterProperties,
  },
  { additionalProperties: false },
);
export type TrendsQuery = Static<typeof TrendsQuery>;

export const TrendPoint = Type.Object({
  edition: Type.Integer(),
  n: NullableInteger,
  weight: NullableNumber,
  share: NullableNumber,
  se: NullableNumber,
  ci: Nullable(Interval),
  basis: BasisSchema,
  flag: FlagSchema,
});
export type TrendPoint = Static<typeof TrendPoint>;

export const TrendChange = Type.Object({
  from: Type.Integer(),
  to: Type.Integer(),
  ...DifferenceSchema.properties,
  comparability: ComparabilityStatusSchema,
  ...causeFields,
});
export type TrendChange = Static<typeof TrendChange>;

export const TrendsAnswer = Type.Object({
  question: QuestionRef,
  answers: Type.Array(Type.String()),
  confidence: Type.Number(),
  by: Type.Array(DimensionSchema),
  filters: Type.Object(filterProperties),
  series: Type.Array(
    Type.Object({
      key: KeySchema,
      label: Type.String(),
      answer: Type.String(),
      points: Type.Array(TrendPoint),
      changes: Type.Array(TrendChange),
    }),
  ),
  ...cautionFields,
});
export type TrendsAnswer = Static<typeof TrendsAnswer>;
