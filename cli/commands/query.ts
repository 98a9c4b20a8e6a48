import Table from 'cli-table3';
import { Command, Option } from 'commander';
import type { TObject } from 'typebox';
import { Value } from 'typebox/value';
import { CompareQuery, MoversQuery } from '../../core/contract/comparison.ts';
import { CrosstabQuery } from '../../core/contract/crosstab.ts';
import { ProblemError } from '../../core/contract/problem.ts';
import { RankingsQuery } from '../../core/contract/rankings.ts';
import { TrendsQuery } from '../../core/contract/trends.ts';
import { writeCsv } from '../../server/formats/csv.ts';
import {
  type AnswerView,
  type DataAnswers,
  type DataTable,
  tabulate,
} from '../../server/formats/table.ts';
import { compare } from '../../warehouse/answers/compare.ts';
import { crosstab } from '../../warehouse/answers/crosstab.ts';
import { movers } from '../../warehouse/answers/movers.ts';
import { rankings } from '../../warehouse/answers/rankings.ts';
import { trends } from '../../warehouse/answers/trends.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { UsageError } from '../config.ts';
import type { Program } from '../program.ts';

interface View {
  schema: TObject;
  summary: string;
  answer: (warehouse: Warehouse, query: never) => Promise<DataAnswers[AnswerView]>;
}

const views: Record<AnswerView, View> = {
  crosstab: {
    schema: CrosstabQuery,
    summary: 'shares by department, region, sector or size',
    answer: crosstab,
  },
  trends: { schema: TrendsQuery, summary: 'a question over the editions', answer: trends },
  rankings: { schema: RankingsQuery, summary: 'segments to prospect, in order', answer: rankings },
  compare: {
    schema: CompareQuery,
    summary: 'where a profile differs most from the rest',
    answer: compare,
  },
  movers: {
    schema: MoversQuery,
    summary: 'what changed most between two editions',
    answer: movers,
  },
};

interface FlagValues {
  format: string;
  [name: string]: unknown;
}

interface JsonSchema {
  type?: string;
  description?: string;
}

const repeated = (value: string, previous: string[] | undefined): string[] => [
  ...(previous ?? []),
  value,
];

function addSchemaOptions(command: Command, schema: TObject): void {
  for (const [name, property] of Object.entries(schema.properties as Record<string, JsonSchema>)) {
    const option = new Option(`--${name} <value>`, property.description ?? '');
    command.addOption(property.type === 'array' ? option.argParser(repeated) : option);
  }
}

/** Turns the flags into a query of the schema, with the sentence of the first thing that is off. */
function parseQuery(schema: TObject, flags: FlagValues): unknown {
  const query = Object.fromEntries(
    Object.entries(schema.properties as Record<string, JsonSchema>)
      .filter(([name]) => flags[name] !== undefined)
      .map(([name, { type }]) => {
        const value = flags[name];
        const numeric = (type === 'integer' || type === 'number') && String(value).trim() !== '';
        return [name, numeric && !Number.isNaN(Number(value)) ? Number(value) : value];
      }),
  );
  const [error] = Value.Errors(schema, query);
  if (error) {
    const [, name = ''] = error.instancePath.split('/');
    const allowed =
      'allowedValues' in error.params ? ` (${error.params.allowedValues.join(', ')})` : '';
    const missing =
      'requiredProperties' in error.params ? error.params.requiredProperties.join(', ') : '';
    throw new UsageError(
      missing
        ? `The option --${missing} is missing.`
        : `The option --${name} is "${String(flags[name])}": it ${error.message}${allowed}.`,
    );
  }
  return query;
}

const shareLike = /share|ci_|^rest_|change|difference|^from$|^to$|smoothed|probability/u;

function shown(
  value: DataTable['rows'][number][number],
  column: DataTable['columns'][number],
): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (column.type === 'integer' || column.name.startsWith('rank')) return String(value);
  if (/_p$|^p$|^q$/u.test(column.name)) return value < 0.001 ? '<.001' : value.toFixed(3);
  if (shareLike.test(column.name)) return `${(100 * value).toFixed(1)} %`;
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
}

/** An aligned table for a terminal: columns that are empty throughout are left out. */
function drawTable(table: DataTable): string {
  const constant = (index: number): boolean => table.rows.every((row) => row[index] === null);
  const kept = table.columns.map((_, index) => index).filter((index) => !constant(index));
  const chars = {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: '  ',
  };
  const drawn = new Table({
    head: kept.map((index) => table.columns[index]!.name),
    colAligns: kept.map((index) => (table.columns[index]!.type === 'text' ? 'left' : 'right')),
    chars,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  drawn.push(
    ...table.rows.map((row) =>
      kept.map((index) => shown(row[index] ?? null, table.columns[index]!)),
    ),
  );
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** `numoscope query <view>`: the API's answers on a terminal, by the same use cases. */
export function queryCommand(program: Program): Command {
  const query = new Command('query').description('the API’s answers on a terminal');
  for (const [name, view] of Object.entries(views) as [AnswerView, View][]) {
    const command = new Command(name).description(view.summary);
    addSchemaOptions(command, view.schema);
    command.addOption(
      new Option('--format <format>', 'how to print')
        .choices(['table', 'csv', 'json'])
        .default('table'),
    );
    command.action(async (flags: FlagValues) => {
      const asked = parseQuery(view.schema, flags);
      const warehouse = await program.openWarehouse();
      try {
        const answer = await view.answer(warehouse, asked as never);
        const origin = warehouse.catalogue.meta.get('origin') ?? 'files';
        if (flags.format === 'json') {
          program.print(JSON.stringify(answer, null, 2));
        } else {
          const table = tabulate(name, answer as never, origin);
          program.print(flags.format === 'csv' ? writeCsv(table).trimEnd() : drawTable(table));
        }
        if (origin === 'demonstration')
          program.say(warehouse.catalogue.meta.get('notice') ?? origin);
      } catch (cause) {
        if (cause instanceof ProblemError) {
          const { detail, allowed } = cause.problem;
          const choices = allowed && allowed.length <= 40 ? ` Allowed: ${allowed.join(', ')}.` : '';
          throw new UsageError(`${detail}${detail.includes('llowed') ? '' : choices}`);
        }
        throw cause;
      } finally {
        warehouse.close();
      }
    });
    query.addCommand(command);
  }
  return query;
}
