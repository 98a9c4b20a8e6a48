import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBInstance,
  LIST,
  VARCHAR,
} from '@duckdb/node-api';

export type SqlValue = string | number | boolean | null | readonly string[];

/** A text or a number as a SQL literal. */
export function literal(value: SqlValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return typeof value === 'object' ? `[${value.map(literal).join(',')}]::varchar[]` : String(value);
}

/** DuckDB turns a number into the type of its column, and fails where it does not fit. */
function append(appender: DuckDBAppender, value: SqlValue): void {
  if (value === null) appender.appendNull();
  else if (typeof value === 'string') appender.appendVarchar(value);
  else if (typeof value === 'number') appender.appendDouble(value);
  else if (typeof value === 'boolean') appender.appendBoolean(value);
  else appender.appendList(value, LIST(VARCHAR));
}

/** The schema whose tables and views all connections see, unlike temporary ones, and that no warehouse keeps. */
export const shared = 'shared';

/**
 * The DuckDB database that an ingestion builds, with its memory bounded whatever the files’ size. A workspace is
 * one connection: its temporary tables are its own.
 */
export class Workspace {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open(file: string, temporaryFolder: string): Promise<Workspace> {
    const instance = await DuckDBInstance.create(file, {
      threads: '2',
      memory_limit: '1200MB',
      temp_directory: temporaryFolder,
      preserve_insertion_order: 'false',
    });
    const workspace = new Workspace(instance, await instance.connect());
    await workspace.run(`attach ':memory:' as ${shared}`);
    return workspace;
  }

  /** Works on another connection to the same database, while this one does something else. */
  async aside<T>(work: (beside: Workspace) => Promise<T>): Promise<T> {
    const beside = new Workspace(this.#instance, await this.#instance.connect());
    try {
      return await work(beside);
    } finally {
      beside.#connection.closeSync();
    }
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /** Rows as objects; integers of 64 bits come out as numbers. */
  async rows<T>(sql: string): Promise<T[]> {
    const result = await this.#connection.runAndReadAll(sql);
    return result.getRowObjectsJS().map((row) => {
      for (const [name, value] of Object.entries(row)) {
        if (typeof value === 'bigint') row[name] = Number(value);
      }
      return row as T;
    });
  }

  async row<T>(sql: string): Promise<T> {
    const [row] = await this.rows<T>(sql);
    if (row === undefined) throw new Error(`A query that always has a row had none: ${sql}`);
    return row;
  }

  /** Writes a small dictionary as a table, `columns` being its definition. */
  async dictionary(
    name: string,
    columns: string,
    rows: readonly (readonly SqlValue[])[],
  ): Promise<void> {
    await this.run(`create or replace temp table ${name} (${columns})`);
    await this.insert(name, rows);
  }

  /** Adds rows to a table, named with its database where that is not the warehouse, in one move. */
  async insert(table: string, rows: readonly (readonly SqlValue[])[]): Promise<void> {
    const [name = table, catalog] = table.split('.').reverse();
    const appender = await this.#connection.createAppender(name, null, catalog);
    try {
      for (const row of rows) {
        for (const value of row) append(appender, value);
        appender.endRow();
      }
      appender.flushSync();
    } finally {
      appender.closeSync();
    }
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}
