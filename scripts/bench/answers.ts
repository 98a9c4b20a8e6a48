import type { CrosstabQuery } from '../../core/contract/crosstab.ts';
import { ProblemError } from '../../core/contract/problem.ts';
import type { RankingSort } from '../../core/contract/rankings.ts';
import { regions } from '../../core/contract/territories.ts';
import { type Dimension, sectors, sizes } from '../../core/contract/vocabulary.ts';
import { questions } from '../../warehouse/answers/catalogue.ts';
import { compare } from '../../warehouse/answers/compare.ts';
import { crosstab } from '../../warehouse/answers/crosstab.ts';
import { movers } from '../../warehouse/answers/movers.ts';
import { rankings } from '../../warehouse/answers/rankings.ts';
import { trends } from '../../warehouse/answers/trends.ts';
import { sql } from '../../warehouse/sql.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { type BareSql, openBareSql, recording } from './bare-sql.ts';
import { type PostgresCrosstab, timePostgres } from './postgres.ts';
import { median, quantile, report } from './report.ts';

type Ask = (warehouse: Warehouse) => Promise<unknown>;

interface Study {
  question: number;
  edition: number;
}

const profiles: readonly Pick<CrosstabQuery, 'region' | 'sector' | 'size'>[] = [
  {},
  { region: ['53'] },
  { size: ['1-9', '10-49'] },
  { sector: ['commerce'] },
];

/** Every question of every edition of microdata, so that no answer is asked twice. */
const studiesOf = ({ catalogue }: Warehouse): Study[] =>
  [...catalogue.questions.values()].flatMap(({ question, editions }) =>
    [...editions.values()]
      .filter(({ microdata }) => microdata)
      .map(({ edition }) => ({ question, edition })),
  );

const some = <Value>(values: readonly Value[], most: number): Value[] => {
  const step = Math.max(1, Math.floor(values.length / most));
  return values.filter((_, index) => index % step === 0).slice(0, most);
};

const crosstabs = (studies: readonly Study[], by: Dimension[] | null): Ask[] =>
  studies.flatMap((study) =>
    profiles.map((profile) => (w: Warehouse) => {
      return crosstab(w, { ...study, ...profile, ...(by === null ? {} : { by }) });
    }),
  );

function rankingsBy(studies: readonly Study[], by: Dimension[], sort: RankingSort): Ask[] {
  return studies.map((study) => (w: Warehouse) => rankings(w, { ...study, by, sort }));
}

/** What is asked, by kind of answer. Only questions with favourable answers can be ranked by default. */
export function casesOf(warehouse: Warehouse): readonly (readonly [string, readonly Ask[]])[] {
  const studies = studiesOf(warehouse);
  const { questions: known, editions } = warehouse.catalogue;
  const ranked = studies.filter(({ question }) => known.get(question)?.favourable.length);
  const years = [...editions.values()].filter(({ microdata }) => microdata);
  const criteria = ["501:Tout à fait d'accord:+:0.5", '601:Oui:+:0.5'];
  const both: Dimension[] = ['department', 'sector'];
  return [
    ['cross-tab, no dimension', crosstabs(studies, null)],
    ['cross-tab by sector', crosstabs(studies, ['sector'])],
    ['cross-tab by department', crosstabs(studies, ['department'])],
    ['cross-tab, sector × size', crosstabs(some(studies, 100), ['sector', 'size'])],
    ['cross-tab, department × sector', crosstabs(some(studies, 25), both)],
    [
      'trends by sector, all editions',
      some([...known.keys()], 60).map((question) => (w) => trends(w, { question, by: ['sector'] })),
    ],
    [
      'movers between two editions',
      years.slice(1).flatMap(({ edition: to }, index) =>
        profiles.map((profile) => (w: Warehouse) => {
          const from = years[index]!.edition;
          return movers(w, { ...profile, from, to });
        }),
      ),
    ],
    [
      'comparison of a profile',
      years.flatMap(({ edition }) =>
        profiles.slice(1).map((profile) => (w: Warehouse) => compare(w, { ...profile, edition })),
      ),
    ],
    ['ranking of departments, smoothed', rankingsBy(some(ranked, 40), ['department'], 'smoothed')],
    [
      'ranking of departments, potential',
      rankingsBy(some(ranked, 40), ['department'], 'potential'),
    ],
    [
      'ranking of departments, score',
      years.map(
        ({ edition }) =>
          (w) =>
            rankings(w, { edition, by: ['department'], criteria }),
      ),
    ],
    ['ranking, department × sector', rankingsBy(some(ranked, 200), both, 'smoothed')],
    [
      'search of questions',
      ['securite', 'site internet', 'ia', 'reseaux sociaux', 'facture', 'cloud'].map(
        (search) => async (w) => questions(w, { search }),
      ),
    ],
  ];
}

/** Milliseconds on the clock and of processor; null for what cannot be asked. */
async function timeOf(ask: Ask, warehouse: Warehouse) {
  const used = process.cpuUsage();
  const started = performance.now();
  try {
    await ask(warehouse);
  } catch (cause) {
    if (cause instanceof ProblemError) return null;
    throw cause;
  }
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  return { wall, processor: (user + system) / 1000 };
}

interface Timings {
  readonly answers: number[];
  readonly processor: number[];
  readonly bare: number[];
}

/** Each answer, then its statements alone; what the edition cannot answer is left out. */
async function timeCase(asks: readonly Ask[], warehouse: Warehouse, sqlAlone: BareSql) {
  const timings: Timings = { answers: [], processor: [], bare: [] };
  for (const ask of asks) {
    const recorded = recording(warehouse);
    const answer = await timeOf(ask, recorded.warehouse);
    if (answer === null) continue;
    timings.answers.push(answer.wall);
    timings.processor.push(answer.processor);
    timings.bare.push(await sqlAlone.time(recorded.statements));
  }
  return timings;
}

const milliseconds = (value: number): string => `${value.toFixed(2)} ms`;

async function rowsOf(warehouse: Warehouse): Promise<string> {
  const [counted] = await warehouse.database.rows<{ rows: number }>(
    sql`select count(*)::double as rows from responses`,
  );
  return `${((counted?.rows ?? 0) / 1e6).toFixed(2)} million responses`;
}

/**
 * Uncached answers of the warehouse in `folder`, one caller: median, 99th percentile, processor time, and the median
 * beside DuckDB's client running the same SQL in the same run.
 */
export async function benchAnswers(folder: string): Promise<void> {
  const warehouse = await openWarehouse(folder);
  const sqlAlone = await openBareSql(folder);
  const rows: string[][] = [];
  try {
    for (const [name, asks] of casesOf(warehouse)) {
      await timeCase(some(asks, 5), warehouse, sqlAlone);
      const { answers, processor, bare } = await timeCase(asks, warehouse, sqlAlone);
      const alone = median(bare);
      rows.push([
        name,
        String(answers.length),
        milliseconds(median(answers)),
        milliseconds(quantile(answers, 0.99)),
        milliseconds(median(processor)),
        alone < 0.01 ? '–' : milliseconds(alone),
        alone < 0.01 ? '–' : (median(answers) / alone).toFixed(2),
      ]);
    }
    report(
      `Answers, uncached, one caller, ${await rowsOf(warehouse)}`,
      ['answer', 'asked', 'median', 'p99', 'processor', 'its SQL alone', 'ratio'],
      rows,
    );
  } finally {
    sqlAlone.close();
    warehouse.close();
  }
}

const positionOf = (list: readonly { code?: string; key?: string }[], value: string): number =>
  list.findIndex(({ code, key }) => (code ?? key) === value) + 1;

/** The same cross-tabs for PostgreSQL, which is given the warehouse's own numbers. */
const forPostgres = (studies: readonly Study[]): PostgresCrosstab[] =>
  studies.flatMap((study) =>
    profiles.map(({ region, size, sector }) => ({
      ...study,
      ...(region === undefined ? {} : { region: positionOf(regions, region[0]!) }),
      ...(sector === undefined ? {} : { sector: positionOf(sectors, sector[0]!) }),
      ...(size === undefined ? {} : { sizes: size.map((key) => positionOf(sizes, key)) }),
    })),
  );

/** Cross-tabs by department beside PostgreSQL on the same rows, where it is installed. */
export async function benchPostgres(folder: string): Promise<void> {
  const warehouse = await openWarehouse(folder);
  const sqlAlone = await openBareSql(folder);
  try {
    const studies = some(studiesOf(warehouse), 100);
    const asks = crosstabs(studies, ['department']);
    const theirs = await timePostgres(folder, forPostgres(studies));
    if (theirs === null) {
      process.stdout.write('\nPostgreSQL is not installed: it was left out.\n');
      return;
    }
    await timeCase(asks, warehouse, sqlAlone);
    const { answers, bare } = await timeCase(asks, warehouse, sqlAlone);
    const line = (name: string, times: readonly number[]) => [
      name,
      String(times.length),
      milliseconds(median(times)),
      milliseconds(quantile(times, 0.99)),
      (median(times) / median(theirs.milliseconds)).toFixed(2),
    ];
    report(
      `Cross-tab by department, uncached, ${await rowsOf(warehouse)}`,
      ['who', 'asked', 'median', 'p99', '× PostgreSQL'],
      [
        line('numoscope, whole answer', answers),
        line('DuckDB, its SQL alone', bare),
        line(`PostgreSQL ${theirs.version}, the sums alone`, theirs.milliseconds),
      ],
    );
  } finally {
    sqlAlone.close();
    warehouse.close();
  }
}

/** Cross-tabs of one size of warehouse, for the curve: a line of the report. */
export async function crosstabLine(folder: string): Promise<string[]> {
  const warehouse = await openWarehouse(folder);
  const sqlAlone = await openBareSql(folder);
  try {
    const asks = crosstabs(some(studiesOf(warehouse), 100), ['department']);
    await timeCase(some(asks, 20), warehouse, sqlAlone);
    const { answers, bare } = await timeCase(asks, warehouse, sqlAlone);
    return [
      await rowsOf(warehouse),
      milliseconds(median(answers)),
      milliseconds(quantile(answers, 0.99)),
      (median(answers) / median(bare)).toFixed(2),
    ];
  } finally {
    sqlAlone.close();
    warehouse.close();
  }
}
