import { join } from 'node:path';
import { DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import type { Database } from '../../warehouse/connection.ts';
import { type Sql, type SqlValue, textOf } from '../../warehouse/sql.ts';
import { databaseName, type Warehouse } from '../../warehouse/warehouse.ts';

/** DuckDB's own client on the same file, with the same settings, doing nothing but the SQL. */
export interface BareSql {
  /** Milliseconds that these statements take, one after the other. */
  time(statements: readonly Sql[]): Promise<number>;
  close(): void;
}

function bind(prepared: DuckDBPreparedStatement, value: SqlValue, index: number): void {
  if (typeof value === 'string') prepared.bindVarchar(index + 1, value);
  else if (typeof value === 'boolean') prepared.bindBoolean(index + 1, value);
  else if (Number.isInteger(value)) prepared.bindInteger(index + 1, value);
  else prepared.bindDouble(index + 1, value);
}

/** Opens the warehouse in `folder` beside whoever else reads it. */
export async function openBareSql(folder: string): Promise<BareSql> {
  const instance = await DuckDBInstance.create(join(folder, databaseName), {
    access_mode: 'READ_ONLY',
    threads: '1',
  });
  const connection = await instance.connect();
  const known = new Map<string, DuckDBPreparedStatement>();
  return {
    async time(statements) {
      const started = performance.now();
      for (const statement of statements) {
        const text = textOf(statement);
        const prepared = known.get(text) ?? (await connection.prepare(text));
        known.set(text, prepared);
        statement.values.forEach((value, index) => {
          bind(prepared, value, index);
        });
        await (await prepared.run()).getColumnsObjectJS();
      }
      return performance.now() - started;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The warehouse again, writing down every statement it is asked. */
export function recording(warehouse: Warehouse): { warehouse: Warehouse; statements: Sql[] } {
  const statements: Sql[] = [];
  const { database } = warehouse;
  const watched = new Proxy<Database>(database, {
    get: (_, name) => (statement: Sql) => {
      statements.push(statement);
      return name === 'rows' ? database.rows(statement) : database.columns(statement);
    },
  });
  return { warehouse: { ...warehouse, database: watched }, statements };
}
