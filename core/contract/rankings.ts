import Type, { type Static } from 'typebox';
import { cautionFields } from './cautions.ts';
import { filterProperties } from './filters.ts';
import {
  BasisSchema,
  ConfidenceSchema,
  DimensionSchema,
  FlagSchema,
  Interval,
  KeySchema,
  Nullable,
  NullableInteger,
  NullableNumber,
  QuestionRef,
} from './schema.ts';

export const rankingSorts = ['count', 'share', 'smoothed', 'potential', 'score'] as const;
export type RankingSort = (typeof rankingSorts)[number];

export const RankingsQuery = Type.Object(
  {
    by: Type.Array(DimensionSchema, {
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
      description: 'Ce qui est classé : une dimension, ou deux croisées',
    }),
    edition: Type.Optional(
      Type.Integer({ description: 'Année ; la dernière qui a les microdonnées par défaut' }),
    ),
    question: Type.Optional(Type.Integer({ description: 'Code unifié de la question' })),
    answer: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Réponses comptées ensemble ; les favorables par défaut',
      }),
    ),
    criteria: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Au lieu d’une question : code:réponse[|réponse…]:+ ou -:poids ; se répète',
      }),
    ),
    sort: Type.Optional(
      Type.Enum([...rankingSorts], {
        description:
          'Effectif brut, part brute, part lissée (par défaut), entreprises concernées, score de critères',
      }),
    ),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 5000,
        description: 'Lignes rendues ; toutes par défaut',
      }),
    ),
    detail: Type.Optional(
      Type.Enum(['sums'], {
        description:
          'Avec des critères : les sommes dont le score se recalcule sous d’autres poids',
      }),
    ),
    confidence: Type.Optional(ConfidenceSchema),
    ...filterProperties,
  },
  { additionalProperties: false },
);
export type RankingsQuery = Static<typeof RankingsQuery>;

export const RankingRow = Type.Object({
  rank: NullableNumber,
  key: KeySchema,
  label: Type.String(),
  n: NullableInteger,
  weight: NullableNumber,
  count: NullableInteger,
  share: NullableNumber,
  se: NullableNumber,
  ci: Nullable(Interval),
  smoothed: Nullable(Type.Object({ share: NullableNumber, ci: Nullable(Interval) })),
  potential: Nullable(
    Type.Object({
      enterprises: NullableNumber,
      ci: Nullable(Interval),
      basis: Type.Optional(
        Type.Enum(['register', 'calibrated', 'survey'], {
          description:
            'Avec un fichier d’effectifs officiels : effectif du segment, effectif d’un ensemble réparti selon l’enquête, ou estimation de l’enquête mise à l’échelle, le fichier ne donnant pas le segment',
        }),
      ),
    }),
  ),
  rankInterval: Nullable(Interval),
  topProbability: NullableNumber,
  tier: Type.Optional(
    Nullable(
      Type.Integer({
        description:
          'Groupe de segments que les données ne départagent pas, 1 en tête ; null si l’ordre est indicatif',
      }),
    ),
  ),
  score: Nullable(
    Type.Number({
      description:
        '50 : segment moyen ; 10 points : un écart type entre segments ; ni minimum ni maximum',
    }),
  ),
  scoreCi: Type.Optional(
    Nullable(
      Type.Tuple([Type.Number(), Type.Number()], {
        description: 'Intervalle du score à 90 %, sur lequel reposent ses rangs',
      }),
    ),
  ),
  parts: Type.Optional(
    Type.Array(
      Type.Object({
        share: NullableNumber,
        contribution: Type.Number(),
      }),
      { description: 'Par critère : la part lissée du segment et ce qu’elle apporte au score' },
    ),
  ),
  flag: FlagSchema,
});
export type RankingRow = Static<typeof RankingRow>;

/** A criterion of a score, once fitted; a dropped one tells segments apart no better than chance. */
export const RankingCriterion = Type.Object({
  question: QuestionRef,
  answers: Type.Array(Type.String()),
  direction: Type.Enum(['+', '-']),
  weight: Type.Number({ description: 'Part du score, critères retenus sommant à 1' }),
  dropped: Type.Boolean(),
});
export type RankingCriterion = Static<typeof RankingCriterion>;

const Numbers = Type.Array(Type.Number());

/** What a score is computed from, so that it can be computed again under other weights. */
export const RankingRecount = Type.Object({
  criteria: Type.Array(
    Type.Object({ share: Type.Number(), unit: Type.Number(), isTelling: Type.Boolean() }),
  ),
  moments: Type.Array(
    Type.Object({
      answered: Type.Integer(),
      sumW2: Type.Number(),
      linear: Numbers,
      products: Type.Array(Numbers),
    }),
  ),
  groups: Type.Array(
    Type.Array(
      Type.Object({
        answered: Type.Integer({ description: 'Critères auxquels il est répondu, un bit chacun' }),
        sumW: Type.Number(),
        sumW2: Type.Number(),
        chosen: Numbers,
      }),
    ),
  ),
  places: Type.Array(Nullable(Type.Integer()), {
    description: 'Pour chaque ligne, sa place dans `groups` ; null si sa base est trop petite',
  }),
});
export type RankingRecount = Static<typeof RankingRecount>;

export const RankingsAnswer = Type.Object({
  question: Nullable(QuestionRef),
  answers: Type.Array(Type.String()),
  criteria: Type.Optional(Type.Array(RankingCriterion)),
  edition: Type.Integer(),
  basis: BasisSchema,
  by: Type.Array(DimensionSchema),
  sort: Type.Enum([...rankingSorts]),
  confidence: Type.Number(),
  filters: Type.Object(filterProperties),
  volumes: Type.Optional(
    Type.Object({
      file: Type.String({
        description: 'Fichier d’effectifs officiels sur lequel les volumes sont calés',
      }),
    }),
  ),
  total: Type.Integer({ description: 'Segments qui ont une base, quelle que soit la limite' }),
  overall: Type.Object({
    n: NullableInteger,
    weight: NullableNumber,
    count: NullableInteger,
    share: NullableNumber,
    ci: Nullable(Interval),
  }),
  rows: Type.Array(RankingRow),
  recount: Type.Optional(RankingRecount),
  ...cautionFields,
});
export type RankingsAnswer = Static<typeof RankingsAnswer>;
