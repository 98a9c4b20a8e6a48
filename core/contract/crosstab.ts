import Type, { type Static } from 'typebox';
import { cautionFields } from './cautions.ts';
import { filterProperties } from './filters.ts';
import {
  AskedBasisSchema,
  BasisSchema,
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

export const CrosstabQuery = Type.Object(
  {
    question: Type.Integer({ description: 'Code unifié de la question' }),
    edition: Type.Optional(
      Type.Integer({ description: 'Année ; la dernière qui a la question par défaut' }),
    ),
    by: Type.Optional(
      Type.Array(DimensionSchema, {
        maxItems: 2,
        uniqueItems: true,
        description: 'Dimensions du croisement, deux au plus',
      }),
    ),
    answer: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Réponses comptées ensemble ; sans elles, une cellule par réponse',
      }),
    ),
    basis: Type.Optional(AskedBasisSchema),
    confidence: Type.Optional(ConfidenceSchema),
    letters: Type.Optional(
      Type.Boolean({
        description:
          'Compare aussi les groupes deux à deux : chaque ligne a une lettre, chaque cellule celles des lignes nettement plus basses',
      }),
    ),
    totals: Type.Optional(
      Type.Boolean({
        description:
          'Donne aussi, pour chaque cellule, le nombre d’entreprises estimé, son erreur type et son intervalle',
      }),
    ),
    ...filterProperties,
  },
  { additionalProperties: false },
);
export type CrosstabQuery = Static<typeof CrosstabQuery>;

/** How many enterprises a cell stands for, with how sure one is of it. */
const Total = Type.Object(
  {
    count: NullableNumber,
    se: NullableNumber,
    ci: Nullable(Interval),
    flag: FlagSchema,
  },
  { description: 'Nombre d’entreprises estimé, si `totals` le demande' },
);

export const Cell = Type.Object({
  answer: Type.String(),
  n: NullableInteger,
  weight: Nullable(
    Type.Number({
      description:
        'Somme des poids de ceux qui ont donné la réponse ; avec `totals`, nulle où le nombre est retenu',
    }),
  ),
  share: NullableNumber,
  se: NullableNumber,
  ci: Nullable(Interval),
  vsRest: Nullable(DifferenceSchema),
  flag: FlagSchema,
  enterprises: Type.Optional(Total),
  higherThan: Type.Optional(
    Type.Array(Type.String(), {
      description:
        'Lettres des lignes dont la part est nettement plus basse, si `letters` les demande',
    }),
  ),
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
  letter: Type.Optional(
    Type.String({ description: 'Lettre de la ligne, si `letters` la demande' }),
  ),
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
  answers: Type.Array(Type.String(), { description: 'Libellés des cellules, dans leur ordre' }),
  total: Row,
  rows: Type.Array(Row),
  test: Nullable(TableTest),
  ...cautionFields,
});
export type CrosstabAnswer = Static<typeof CrosstabAnswer>;
