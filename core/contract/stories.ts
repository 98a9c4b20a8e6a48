import Type, { type Static } from 'typebox';
import { ChapterSchema } from './catalogue.ts';
import { cautionFields } from './cautions.ts';
import { NoiseYardstick } from './comparison.ts';
import { CrosstabAnswer, CrosstabQuery } from './crosstab.ts';
import { filterProperties } from './filters.ts';
import {
  AskedPart,
  BasisSchema,
  Interval,
  KeySchema,
  Nullable,
  NullableInteger,
  NullableNumber,
} from './schema.ts';
import { TrendsAnswer, TrendsQuery } from './trends.ts';

/** What a story says: a change, a profile apart, a record of the series, or what most enterprises share. */
export const storyKinds = ['mover', 'gap', 'record', 'fact'] as const;
export type StoryKind = (typeof storyKinds)[number];

export const StoriesQuery = Type.Object(
  {
    edition: Type.Optional(
      Type.Integer({ description: 'Année ; la dernière qui a des microdonnées par défaut' }),
    ),
    chapter: Type.Optional(
      Type.Integer({ description: 'Numéro de chapitre ; tous par défaut, variés' }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, default: 6, description: 'Faits rendus' }),
    ),
    detail: Type.Optional(
      Type.Enum(['charts'], {
        description: '`charts` : chaque fait porte aussi les chiffres de son graphique',
      }),
    ),
  },
  { additionalProperties: false },
);
export type StoriesQuery = Static<typeof StoriesQuery>;

/** The same words in both languages of the site. */
export const Bilingual = Type.Object({ fr: Type.String(), en: Type.String() });
export type Bilingual = Static<typeof Bilingual>;

/** One share of a story: of everybody, of the profile it is about, or of the rest of France. */
export const StoryFigure = Type.Object({
  edition: Type.Integer(),
  group: Type.Enum(['all', 'profile', 'rest']),
  n: NullableInteger,
  share: NullableNumber,
  ci: Nullable(Interval),
});
export type StoryFigure = Static<typeof StoryFigure>;

const inFull = 'Avec `detail=charts`';

/** The chart of a story: a view of /charts, its parameters, and on demand the figures it draws. */
export const StoryChart = Type.Union([
  Type.Object({
    view: Type.Literal('trends'),
    query: Type.Pick(TrendsQuery, ['question', 'answer']),
    answer: Type.Optional(Type.Object(TrendsAnswer.properties, { description: inFull })),
  }),
  Type.Object({
    view: Type.Literal('crosstab'),
    query: Type.Pick(CrosstabQuery, ['question', 'edition', 'by', 'answer']),
    answer: Type.Optional(Type.Object(CrosstabAnswer.properties, { description: inFull })),
  }),
]);
export type StoryChart = Static<typeof StoryChart>;

export const Story = Type.Object({
  kind: Type.Enum([...storyKinds]),
  sentence: Bilingual,
  reading: Bilingual,
  caution: Nullable(Bilingual),
  question: Type.Integer(),
  label: Type.String(),
  chapter: ChapterSchema,
  answer: Type.String(),
  asked: AskedPart,
  profile: KeySchema,
  figures: Type.Array(StoryFigure, {
    description: 'Du point de comparaison (reste, éditions précédentes) au fait lui-même',
  }),
  difference: NullableNumber,
  ci: Nullable(Interval),
  p: Type.Number(),
  q: Type.Number(),
  chart: StoryChart,
  data: Type.String({ description: 'Adresse des chiffres du graphique' }),
  page: Type.String({ description: 'Page du site où ils s’explorent' }),
});
export type Story = Static<typeof Story>;

/** How many claims of each kind were tested together, and how many stand. */
const Examined = Type.Object({ tested: Type.Integer(), standing: Type.Integer() });

export const StoriesAnswer = Type.Object({
  edition: Nullable(Type.Integer()),
  basis: BasisSchema,
  chapter: Nullable(ChapterSchema),
  filters: Type.Object(filterProperties),
  examined: Type.Object({ mover: Examined, gap: Examined, record: Examined, fact: Examined }),
  noise: Nullable(NoiseYardstick),
  stories: Type.Array(Story),
  ...cautionFields,
});
export type StoriesAnswer = Static<typeof StoriesAnswer>;
