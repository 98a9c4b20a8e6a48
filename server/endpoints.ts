import Type, { type Static, type TObject, type TSchema } from 'typebox';
import {
  DimensionsAnswer,
  MetaAnswer,
  QuestionAnswer,
  QuestionsAnswer,
  QuestionsQuery,
} from '../core/contract/catalogue.ts';
import {
  CompareAnswer,
  CompareQuery,
  MoversAnswer,
  MoversQuery,
} from '../core/contract/comparison.ts';
import { CrosstabAnswer, CrosstabQuery } from '../core/contract/crosstab.ts';
import { parseQuery, type RawQuery } from '../core/contract/parse-query.ts';
import { RankingsAnswer, RankingsQuery } from '../core/contract/rankings.ts';
import { StoriesAnswer, StoriesQuery } from '../core/contract/stories.ts';
import { TrendsAnswer, TrendsQuery } from '../core/contract/trends.ts';
import { VerificationAnswer } from '../core/contract/verification.ts';
import { dimensions, meta, question } from '../warehouse/answers/catalogue.ts';
import { compare } from '../warehouse/answers/compare.ts';
import { crosstab } from '../warehouse/answers/crosstab.ts';
import { listQuestions } from '../warehouse/answers/latest-figures.ts';
import { movers } from '../warehouse/answers/movers.ts';
import { stories } from '../warehouse/answers/stories.ts';
import { trends } from '../warehouse/answers/trends.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { sharedRankings } from './shared-rankings.ts';
import { type Services, verification } from './verification.ts';

/** An address of the API: what it takes, what it answers, and the use case that answers. */
export interface Endpoint {
  readonly name: string;
  readonly path: string;
  readonly summary: string;
  readonly query: TObject;
  readonly params: TObject | null;
  readonly answer: TSchema;
  /** Whether its answer is a table that also comes as a file (`format`). */
  readonly tabular: boolean;
  readonly example: string;
  /** Texts → a query the use case takes; throws `ProblemError`. */
  parse(raw: RawQuery, params: RawQuery): unknown;
  /** `query` is what `parse` gave. */
  run(warehouse: Warehouse, query: unknown, services: Services): unknown;
}

interface Definition<Query extends TObject, Answer extends TSchema> {
  name: string;
  path?: string;
  summary: string;
  query: Query;
  answer: Answer;
  tabular?: boolean;
  example: string;
  run: (
    warehouse: Warehouse,
    query: Static<Query>,
    services: Services,
  ) => Static<Answer> | Promise<Static<Answer>>;
}

const endpoint = <Query extends TObject, Answer extends TSchema>(
  definition: Definition<Query, Answer>,
): Endpoint => ({
  ...definition,
  path: definition.path ?? `/${definition.name}`,
  params: null,
  tabular: definition.tabular ?? false,
  parse: (raw) => parseQuery(definition.query, raw),
  run: (warehouse, query, services) => definition.run(warehouse, query as Static<Query>, services),
});

const Nothing = Type.Object({}, { additionalProperties: false });
const CodeParams = Type.Object({ code: Type.Integer({ description: 'Code unifié' }) });

const questionEndpoint: Endpoint = {
  name: 'question',
  path: '/questions/{code}',
  summary: 'Une question : réponses, formulations par édition, comparabilité.',
  query: Nothing,
  params: CodeParams,
  answer: QuestionAnswer,
  tabular: false,
  example: '/questions/501',
  parse: (raw, params) => {
    parseQuery(Nothing, raw);
    return params.code;
  },
  run: (warehouse, code) => question(warehouse, String(code)),
};

/** Every address under /api/v1. */
export const endpoints: readonly Endpoint[] = [
  endpoint({
    name: 'meta',
    summary: 'Origine des données, éditions, licence, sources.',
    query: Nothing,
    answer: MetaAnswer,
    example: '/meta',
    run: meta,
  }),
  endpoint({
    name: 'dimensions',
    summary: 'Toutes les clés (départements, régions, secteurs, tailles) et leurs libellés.',
    query: Nothing,
    answer: DimensionsAnswer,
    example: '/dimensions',
    run: dimensions,
  }),
  endpoint({
    name: 'questions',
    summary: 'Les questions du baromètre, avec recherche sans accents.',
    query: QuestionsQuery,
    answer: QuestionsAnswer,
    example: '/questions?search=securite',
    run: listQuestions,
  }),
  questionEndpoint,
  endpoint({
    name: 'crosstab',
    summary:
      "Une question d'une édition, croisée avec zéro, une ou deux dimensions : parts pondérées, intervalles, tests.",
    query: CrosstabQuery,
    answer: CrosstabAnswer,
    tabular: true,
    example: '/crosstab?question=501&edition=2023&by=sector',
    run: crosstab,
  }),
  endpoint({
    name: 'trends',
    summary: "Une question d'édition en édition : parts, évolutions testées, ruptures de série.",
    query: TrendsQuery,
    answer: TrendsAnswer,
    tabular: true,
    example: '/trends?question=601&answer=Oui',
    run: trends,
  }),
  endpoint({
    name: 'compare',
    summary: 'Le profil que les filtres choisissent, comparé au reste de la France.',
    query: CompareQuery,
    answer: CompareAnswer,
    tabular: true,
    example: '/compare?region=53&sector=commerce',
    run: compare,
  }),
  endpoint({
    name: 'movers',
    summary: 'Ce qui a le plus changé entre deux éditions, et ce que montrerait le seul hasard.',
    query: MoversQuery,
    answer: MoversAnswer,
    tabular: true,
    example: '/movers',
    run: movers,
  }),
  endpoint({
    name: 'rankings',
    summary: 'Un classement de départements, régions, secteurs, tailles, ou de leurs croisements.',
    query: RankingsQuery,
    answer: RankingsAnswer,
    tabular: true,
    example:
      "/rankings?by=department&question=501&answer=Tout%20%C3%A0%20fait%20d'accord&edition=2023&sort=count",
    run: sharedRankings,
  }),
  endpoint({
    name: 'stories',
    summary:
      'Ce qu’une édition apprend, calculé et non choisi : évolutions, écarts, records et majorités qui dépassent le hasard, chacun avec sa phrase, ses chiffres et son graphique.',
    query: StoriesQuery,
    answer: StoriesAnswer,
    tabular: true,
    example: '/stories?chapter=8',
    run: stories,
  }),
  endpoint({
    name: 'verification',
    summary:
      'Ce que l’entrepôt recalcule, en regard de ce qui a été publié officiellement, chiffre par chiffre.',
    query: Nothing,
    answer: VerificationAnswer,
    example: '/verification',
    run: (warehouse, _query, services) => verification(warehouse, services),
  }),
];
