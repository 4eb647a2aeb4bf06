import { keyOf } from './ids.ts';
import type { Database } from './open.ts';

/** What SQLite stores here; booleans are 0 and 1. */
export type Value = string | number | null;

/** Prepares a query for many rows. `Row` must name its columns; nothing checks that but the contract behind it. */
export function selectAll<Row>(database: Database, sql: string): (...values: Value[]) => Row[] {
  const statement = database.prepare(sql);
  // libsql mistakes a lone null for an object of named values; an array is never mistaken.
  return (...values) => statement.all(values) as Row[];
}

/** Prepares a query for one row, or none. */
export function selectOne<Row>(database: Database, sql: string): (...values: Value[]) => Row | undefined {
  const all = selectAll<Row>(database, sql);
  // `get` leaves a libsql statement open on its row, which holds a commit back; `all` runs it to its end.
  return (...values) => all(...values)[0];
}

/** Prepares what is asked of a catalogue: the whole of it, and one entry by the id that it has on the wire. */
export function selectCatalogue<Row, Item>(
  database: Database,
  queries: { list: string; one: string },
  toItem: (row: Row) => Item,
) {
  const list = selectAll<Row>(database, queries.list);
  const one = selectOne<Row>(database, queries.one);
  return {
    list: (): Item[] => list().map(toItem),
    find: (id: string): Item | undefined => {
      const row = one(keyOf(id));
      return row && toItem(row);
    },
  };
}

/** Prepares a write; calling it answers the number of rows it changed. */
export function prepareWrite(database: Database, sql: string): (...values: Value[]) => number {
  const statement = database.prepare(sql);
  return (...values) => statement.run(values).changes;
}

/** Prepares an insert that takes a row by its column names. */
export function prepareInsert<const Column extends string>(
  database: Database,
  table: string,
  columns: readonly Column[],
): (row: Record<Column, Value>) => void {
  const places = columns.map(() => '?').join(', ');
  const write = prepareWrite(database, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
  return (row) => void write(...columns.map((column) => row[column]));
}
