import { Command, Option } from 'commander';
import type { TObject } from 'typebox';
import { CompareQuery, MoversQuery } from '../../core/contract/comparison.ts';
import { CrosstabQuery } from '../../core/contract/crosstab.ts';
import { parseQuery, type RawQuery } from '../../core/contract/parse-query.ts';
import { ProblemError } from '../../core/contract/problem.ts';
import { type RankingsAnswer, RankingsQuery } from '../../core/contract/rankings.ts';
import { StoriesQuery } from '../../core/contract/stories.ts';
import { TrendsQuery } from '../../core/contract/trends.ts';
import { sayCaution } from '../../core/format/cautions.ts';
import { type Language, languages } from '../../core/format/language.ts';
import { describeNotice, type Provenance } from '../../core/format/wording.ts';
import type { AnswerView, DataAnswers } from '../../server/formats/table.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { countsHelp, loadCounts } from '../counts.ts';
import type { Program } from '../program.ts';
import { queryOptions } from '../query-options.ts';
import { inWords } from '../refusal.ts';

interface View {
  schema: TObject;
  summary: string;
  /** Loads the use case: a call for help reads no table. */
  load: () => Promise<(warehouse: Warehouse, query: never) => Promise<DataAnswers[AnswerView]>>;
}

const views: Record<AnswerView, View> = {
  crosstab: {
    schema: CrosstabQuery,
    summary: 'shares by department, region, sector or size',
    load: async () => (await import('../../warehouse/answers/crosstab.ts')).crosstab,
  },
  trends: {
    schema: TrendsQuery,
    summary: 'a question over the editions',
    load: async () => (await import('../../warehouse/answers/trends.ts')).trends,
  },
  rankings: {
    schema: RankingsQuery,
    summary: 'segments to prospect, in order',
    load: async () => (await import('../../warehouse/answers/rankings.ts')).rankings,
  },
  compare: {
    schema: CompareQuery,
    summary: 'where a profile differs most from the rest',
    load: async () => (await import('../../warehouse/answers/compare.ts')).compare,
  },
  movers: {
    schema: MoversQuery,
    summary: 'what changed most between two editions',
    load: async () => (await import('../../warehouse/answers/movers.ts')).movers,
  },
  stories: {
    schema: StoriesQuery,
    summary: 'what an edition teaches: changes, gaps, records and majorities beyond noise',
    load: async () => (await import('../../warehouse/answers/stories.ts')).stories,
  },
};

type FlagValues = RawQuery & { format: string; counts?: string; lang: Language };

interface JsonSchema {
  type?: string;
}

const repeated = (value: string, previous: string[] | undefined): string[] => [
  ...(previous ?? []),
  value,
];

function addSchemaOptions(command: Command, schema: TObject): void {
  for (const [name, property] of Object.entries(schema.properties as Record<string, JsonSchema>)) {
    const isSwitch = property.type === 'boolean';
    const option = new Option(
      `--${name} ${isSwitch ? '[value]' : '<value>'}`,
      queryOptions[name] ?? '',
    );
    if (isSwitch) option.preset('true');
    command.addOption(property.type === 'array' ? option.argParser(repeated) : option);
  }
}

async function answerOn(
  program: Program,
  name: AnswerView,
  { format, counts, lang, ...raw }: FlagValues,
): Promise<void> {
  const { schema, load } = views[name];
  let warehouse: Warehouse | null = null;
  try {
    const asked = parseQuery(schema, raw);
    const file = name === 'rankings' ? (counts ?? program.config().counts) : undefined;
    warehouse = await program.openWarehouse(await loadCounts(file));
    const ask = await load();
    const answer = await ask(warehouse, asked as never);
    const { meta } = await import('../../warehouse/answers/catalogue.ts');
    const provenance = meta(warehouse);
    program.print(
      format === 'list'
        ? await writeList(answer as RankingsAnswer, provenance, lang)
        : await write(name, answer, provenance.origin, { format, lang }),
    );
    const notice = describeNotice(provenance, 'en');
    if (notice !== null) program.say(notice);
    // JSON has them in the answer; what is printed otherwise would go without them.
    if (format !== 'json') for (const text of cautionsOf(answer)) program.say(text);
  } catch (cause) {
    throw cause instanceof ProblemError ? inWords(cause) : cause;
  } finally {
    warehouse?.close();
  }
}

/** What an answer is to be read with, in the program's language; its origin is said apart. */
const cautionsOf = ({ cautions }: DataAnswers[AnswerView]): string[] =>
  cautions.filter(({ code }) => code !== 'origin').map((caution) => sayCaution(caution, 'en'));

async function write(
  name: AnswerView,
  answer: DataAnswers[AnswerView],
  origin: string,
  { format, lang }: { format: string; lang: Language },
): Promise<string> {
  if (format === 'json') return JSON.stringify(answer, null, 2);
  const { tabulate } = await import('../../server/formats/table.ts');
  const table = tabulate(name, answer as never, origin, lang);
  if (format === 'csv') {
    return (await import('../../server/formats/csv.ts')).writeCsv(table).trimEnd();
  }
  return (await import('../table.ts')).drawTable(table);
}

/** A ranking as the list of targets of the Prospecter page, for a CRM. */
async function writeList(
  answer: RankingsAnswer,
  provenance: Provenance,
  lang: Language,
): Promise<string> {
  const { sourceLine, targetList } = await import('../../core/format/target-list.ts');
  const { writeCsv } = await import('../../server/formats/csv.ts');
  const source = sourceLine(provenance, answer.edition, lang);
  const { columns, rows } = targetList(answer, answer.rows, source, lang);
  const table = {
    columns: columns.map((name) => ({ name, heading: name, type: 'text' as const })),
    rows: rows.map((row) => [...row]),
  };
  return writeCsv(table).trimEnd();
}

/** `numoscope query <view>`: the API's answers on a terminal, by the same use cases. */
export function queryCommand(program: Program): Command {
  const query = new Command('query');
  for (const [name, view] of Object.entries(views) as [AnswerView, View][]) {
    const command = new Command(name).description(view.summary);
    addSchemaOptions(command, view.schema);
    command.addOption(
      new Option('--format <format>', 'how to print')
        .choices(['table', 'csv', 'json', ...(name === 'rankings' ? ['list'] : [])])
        .default('table'),
    );
    command.addOption(
      new Option('--lang <language>', 'language of headings and names')
        .choices([...languages])
        .default('fr'),
    );
    if (name === 'rankings') command.option('--counts <file>', countsHelp);
    command.action((flags: FlagValues) => answerOn(program, name, flags));
    query.addCommand(command);
  }
  return query;
}
