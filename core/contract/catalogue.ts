import Type, { type Static } from 'typebox';
import { causeFields } from './causes.ts';
import {
  BasisSchema,
  ComparabilityStatusSchema,
  FlagSchema,
  Interval,
  Nullable,
  NullableInteger,
  NullableNumber,
} from './schema.ts';
import { directions, origins, questionTypes } from './vocabulary.ts';

const Localised = Type.Object({ key: Type.String(), fr: Type.String(), en: Type.String() });

export const MetaAnswer = Type.Object({
  origin: Type.Enum([...origins]),
  notice: Nullable(
    Type.String({
      description:
        'À dire partout où des chiffres sont montrés, quand ce ne sont pas ceux de l’enquête',
    }),
  ),
  builtAt: Type.String(),
  version: Type.String({ description: 'Identifie le contenu de l’entrepôt' }),
  methodVersion: Type.String(),
  editions: Type.Array(
    Type.Object({
      edition: Type.Integer(),
      respondents: NullableInteger,
      weight: NullableNumber,
      basis: Type.Array(BasisSchema),
      respondentIds: Type.Boolean(),
    }),
  ),
  licence: Type.Object({
    name: Type.String(),
    url: Nullable(Type.String()),
    attribution: Type.String(),
  }),
  sources: Type.Array(
    Type.Object({
      dataset: Type.String(),
      kind: Type.String(),
      edition: NullableInteger,
      url: Nullable(Type.String()),
      retrievedAt: Nullable(Type.String()),
      sha256: Nullable(Type.String()),
      rows: NullableInteger,
      rejected: NullableInteger,
    }),
  ),
});
export type MetaAnswer = Static<typeof MetaAnswer>;

export const DimensionsAnswer = Type.Object({
  department: Type.Array(
    Type.Object({
      key: Type.String(),
      fr: Type.String(),
      en: Type.String(),
      region: Type.String(),
    }),
  ),
  region: Type.Array(Localised),
  sector: Type.Array(Localised),
  size: Type.Array(Localised),
  edition: Type.Array(Type.Integer()),
});
export type DimensionsAnswer = Static<typeof DimensionsAnswer>;

export const QuestionsQuery = Type.Object(
  {
    search: Type.Optional(
      Type.String({
        description:
          'Mots cherchés dans les libellés, descriptions et réponses, sans accents ni casse',
      }),
    ),
    chapter: Type.Optional(Type.Integer({ description: 'Numéro de chapitre' })),
    edition: Type.Optional(Type.Integer({ description: 'Questions posées cette année-là' })),
    detail: Type.Optional(
      Type.Enum(['latest'], {
        description: '`latest` : chaque question porte aussi son dernier chiffre, tous ensemble',
      }),
    ),
  },
  { additionalProperties: false },
);
export type QuestionsQuery = Static<typeof QuestionsQuery>;

export const ChapterSchema = Type.Object({ code: Type.Integer(), label: Type.String() });

export const QuestionSummary = Type.Object({
  code: Type.Integer(),
  label: Type.String(),
  chapter: ChapterSchema,
  subchapter: Nullable(Type.String()),
  editions: Type.Array(Type.Integer()),
  microdataEditions: Type.Array(Type.Integer()),
  type: Type.Enum([...questionTypes]),
  direction: Type.Enum([...directions]),
});
export type QuestionSummary = Static<typeof QuestionSummary>;

/** A question's latest figure, over all enterprises: the answers its producer counts, else the one most often given. */
export const LatestFigure = Type.Object({
  edition: Type.Integer(),
  basis: BasisSchema,
  answer: Type.String(),
  /** Whether the producer counts these answers; else the answer is the most frequent. */
  counted: Type.Boolean(),
  n: NullableInteger,
  share: NullableNumber,
  ci: Nullable(Interval),
  flag: FlagSchema,
});
export type LatestFigure = Static<typeof LatestFigure>;

export const ListedQuestion = Type.Object({
  ...QuestionSummary.properties,
  latest: Type.Optional(LatestFigure),
});
export type ListedQuestion = Static<typeof ListedQuestion>;

export const QuestionsAnswer = Type.Object({
  total: Type.Integer(),
  chapters: Type.Array(ChapterSchema),
  questions: Type.Array(ListedQuestion),
});
export type QuestionsAnswer = Static<typeof QuestionsAnswer>;

export const QuestionAnswer = Type.Object({
  ...QuestionSummary.properties,
  description: Nullable(Type.String()),
  favourable: Type.Array(Type.String()),
  answers: Type.Array(
    Type.Object({
      label: Type.String(),
      missing: Type.Boolean(),
      editions: Type.Array(Type.Integer()),
      sourceLabels: Type.Array(Type.Object({ edition: Type.Integer(), label: Type.String() })),
    }),
  ),
  wordings: Type.Array(
    Type.Object({
      edition: Type.Integer(),
      code: Nullable(Type.String()),
      label: Nullable(Type.String()),
      basis: Type.Array(BasisSchema),
    }),
  ),
  comparability: Type.Array(
    Type.Object({
      from: Type.Integer(),
      to: Type.Integer(),
      status: ComparabilityStatusSchema,
      ...causeFields,
    }),
  ),
});
export type QuestionAnswer = Static<typeof QuestionAnswer>;
