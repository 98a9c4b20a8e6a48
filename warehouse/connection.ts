import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBPreparedStatement,
} from '@duckdb/node-api';
import { type Sql, type SqlValue, textOf } from './sql.ts';

/** A statement that DuckDB refused or could not finish, with its text. */
export class QueryError extends Error {
  readonly sql: string;
  readonly values: readonly SqlValue[];

  constructor(statement: Sql, cause: unknown) {
    super(`The warehouse could not run a query: ${cause instanceof Error ? cause.message : cause}`);
    this.name = 'QueryError';
    this.sql = textOf(statement);
    this.values = statement.values;
    this.cause = cause;
  }
}

/** A column of a result; the wrappers' statements cast so that only these come out. */
export type ColumnValue = number | string | boolean | null | string[];

const mostConnections = 4;
const mostStatements = 64;

interface Lane {
  connection: DuckDBConnection;
  prepared: Map<string, DuckDBPreparedStatement>;
}

/**
 * One DuckDB file, opened read-only, behind a few connections: a query waits for a free one.
 * Statements are prepared once a connection and text, the least recently used let go.
 */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #idle: Lane[] = [];
  readonly #waiting: ((lane: Lane) => void)[] = [];
  #lanes = 0;

  private constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  /** Opens `file`; throws when it is not a DuckDB database. */
  static async open(file: string): Promise<Database> {
    const instance = await DuckDBInstance.create(file, {
      access_mode: 'READ_ONLY',
      // Each query on its caller's thread: sharing out so short a scan costs more than it gains.
      threads: '1',
      enable_external_access: 'false',
    });
    return new Database(instance);
  }

  /** Runs a statement; the answer's columns by name, each an array of the rows' values. */
  async columns(statement: Sql): Promise<Record<string, ColumnValue[]>> {
    const lane = await this.#take();
    try {
      const prepared = await this.#prepare(lane, textOf(statement));
      statement.values.forEach((value, index) => {
        bind(prepared, index + 1, value);
      });
      const result = await prepared.run();
      return (await result.getColumnsObjectJS()) as Record<string, ColumnValue[]>;
    } catch (cause) {
      throw new QueryError(statement, cause);
    } finally {
      this.#release(lane);
    }
  }

  /** Runs a statement; one object a row. For small answers. */
  async rows<Row>(statement: Sql): Promise<Row[]> {
    const columns = Object.entries(await this.columns(statement));
    const length = columns[0]?.[1].length ?? 0;
    return Array.from(
      { length },
      (_, index) =>
        Object.fromEntries(columns.map(([name, values]) => [name, values[index]])) as Row,
    );
  }

  /** Closes every connection; queries under way must have ended. */
  close(): void {
    for (const lane of this.#idle.splice(0)) {
      for (const prepared of lane.prepared.values()) prepared.destroySync();
      lane.connection.closeSync();
    }
    this.#instance.closeSync();
  }

  async #take(): Promise<Lane> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#lanes >= mostConnections) {
      return new Promise((resolve) => this.#waiting.push(resolve));
    }
    this.#lanes += 1;
    try {
      return { connection: await this.#instance.connect(), prepared: new Map() };
    } catch (cause) {
      this.#lanes -= 1;
      throw cause;
    }
  }

  #release(lane: Lane): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(lane);
    else next(lane);
  }

  async #prepare(lane: Lane, text: string): Promise<DuckDBPreparedStatement> {
    const known = lane.prepared.get(text);
    if (known !== undefined) {
      lane.prepared.delete(text);
      lane.prepared.set(text, known);
      return known;
    }
    const prepared = await lane.connection.prepare(text);
    lane.prepared.set(text, prepared);
    const [oldest] = lane.prepared.keys();
    if (lane.prepared.size > mostStatements && oldest !== undefined) {
      lane.prepared.get(oldest)?.destroySync();
      lane.prepared.delete(oldest);
    }
    return prepared;
  }
}

function bind(prepared: DuckDBPreparedStatement, index: number, value: SqlValue): void {
  if (typeof value === 'string') prepared.bindVarchar(index, value);
  else if (typeof value === 'boolean') prepared.bindBoolean(index, value);
  else if (Number.isInteger(value)) prepared.bindInteger(index, value);
  else prepared.bindDouble(index, value);
}
