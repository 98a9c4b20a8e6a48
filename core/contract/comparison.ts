import Type, { type Static } from 'typebox';
import { causeFields } from './causes.ts';
import { cautionFields } from './cautions.ts';
import { filterProperties } from './filters.ts';
import {
  AskedPart,
  BasisSchema,
  Interval,
  Nullable,
  NullableInteger,
  NullableNumber,
} from './schema.ts';

const limit = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 500, default: 20, description: 'Écarts rendus' }),
);

export const CompareQuery = Type.Object(
  {
    edition: Type.Optional(
      Type.Integer({ description: 'Année ; la dernière qui a des microdonnées par défaut' }),
    ),
    limit,
    ...filterProperties,
  },
  { additionalProperties: false },
);
export type CompareQuery = Static<typeof CompareQuery>;

export const MoversQuery = Type.Object(
  {
    from: Type.Optional(
      Type.Integer({ description: 'Première édition ; l’avant-dernière par défaut' }),
    ),
    to: Type.Optional(Type.Integer({ description: 'Seconde édition ; la dernière par défaut' })),
    limit,
    ...filterProperties,
  },
  { additionalProperties: false },
);
export type MoversQuery = Static<typeof MoversQuery>;

/** One answer's share on each side: two editions, or the rest of France (`from`) and the profile (`to`). */
export const Gap = Type.Object({
  question: Type.Integer(),
  label: Type.String(),
  asked: AskedPart,
  answer: Type.String(),
  from: NullableNumber,
  to: NullableNumber,
  nFrom: NullableInteger,
  nTo: NullableInteger,
  difference: NullableNumber,
  ci: Nullable(Interval),
  p: NullableNumber,
  q: NullableNumber,
  significant: Nullable(Type.Boolean()),
});
export type Gap = Static<typeof Gap>;

/** Everyone on one side of a comparison: respondents, enterprises, and what the former are worth. */
const Side = Type.Object({
  n: NullableInteger,
  weight: NullableNumber,
  nEff: NullableNumber,
});

export const CompareAnswer = Type.Object({
  edition: Type.Integer(),
  basis: BasisSchema,
  filters: Type.Object(filterProperties),
  profile: Side,
  rest: Side,
  tested: Type.Integer({
    description: 'Nombre d’écarts examinés ensemble, dont les q tiennent compte',
  }),
  significant: Type.Integer(),
  gaps: Type.Array(Gap),
  ...cautionFields,
});
export type CompareAnswer = Static<typeof CompareAnswer>;

/** What noise alone shows: how far purely descriptive questions moved between the same two editions. */
export const NoiseYardstick = Type.Object({
  questions: Type.Array(Type.Integer()),
  largest: NullableNumber,
  median: NullableNumber,
  expectedFalse: Nullable(
    Type.Number({ description: 'Écarts que le hasard seul ferait passer à 5 %, sans correction' }),
  ),
  expectedLargest: Type.Optional(
    Nullable(
      Type.Number({
        description: 'Plus grand écart que le hasard seul dépasserait une fois sur deux',
      }),
    ),
  ),
});

export const MoversAnswer = Type.Object({
  from: Type.Integer(),
  to: Type.Integer(),
  basis: BasisSchema,
  filters: Type.Object(filterProperties),
  tested: Type.Integer(),
  significant: Type.Integer(),
  noise: NoiseYardstick,
  movers: Type.Array(Gap),
  excluded: Type.Array(
    Type.Object({
      question: Type.Integer(),
      status: Type.String(),
      ...causeFields,
    }),
  ),
  ...cautionFields,
});
export type MoversAnswer = Static<typeof MoversAnswer>;
