import Type, { type Static } from 'typebox';
import { filterProperties } from './filters.ts';
import {
  BasisSchema,
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

export const CrosstabQuery = Type.Object(
  {
    question: Type.Integer({ description: 'Unified code of the question' }),
    edition: Type.Optional(
      Type.Integer({ description: 'Year; the latest that has the question by default' }),
    ),
    by: Type.Optional(Type.Array(DimensionSchema, { maxItems: 2, uniqueItems: true })),
    answer: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Answers counted together; without it, one cell each',
      }),
    ),
    basis: Type.Optional(BasisSchema),
    confidence: Type.Optional(
      Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1, default: 0.95 }),
    ),
    ...filterProperties,
  },
  { additionalProperties: false },
);
export type CrosstabQuery = Static<typeof CrosstabQuery>;

export const Cell = Type.Object({
  answer: Type.String(),
  n: NullableInteger,
  weight: NullableNumber,
  share: NullableNumber,
  se: NullableNumber,
  ci: Nullable(Interval),
  vsRest: Nullable(DifferenceSchema),
  flag: FlagSchema,
});
export type Cell = Static<typeof Cell>;

export const Row = Type.Object({
  key: KeySchema,
  label: Type.String(),
  n: NullableInteger,
  weight: NullableNumber,
  nEff: NullableNumber,
  deff: NullableNumber,
  nonResponse: Type.Object({ n: NullableInteger, weight: NullableNumber }),
  cells: Type.Array(Cell),
});
export type Row = Static<typeof Row>;

export const TableTest = Type.Object({
  statistic: NullableNumber,
  ddf: NullableNumber,
  p: NullableNumber,
});

export const CrosstabAnswer = Type.Object({
  question: QuestionRef,
  edition: Type.Integer(),
  basis: BasisSchema,
  confidence: Type.Number(),
  by: Type.Array(DimensionSchema),
  filters: Type.Object(filterProperties),
  answers: Type.Array(Type.String(), { description: 'Labels of the cells, in their order' }),
  total: Row,
  rows: Type.Array(Row),
  test: Nullable(TableTest),
  notices: Type.Array(Type.String(), { description: 'Cautions, in French, ready to be read' }),
});
export type CrosstabAnswer = Static<typeof CrosstabAnswer>;
