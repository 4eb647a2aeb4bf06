import { EventEmitter, once } from 'node:events';
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import Libsql from 'libsql';
import { DatabaseAway } from './database-away.ts';

type Database = InstanceType<typeof Libsql>;

/** How long a write waits for another program that holds the file, such as a backup or a shell. */
const PATIENCE_MS = 5_000;
const LOOK_AGAIN_MS = 25;
/** Statements block this process, a commit for as long as the disk takes. After so long the event loop gets its turn. */
const LONGEST_RUN_MS = 10;

/**
 * SQLite as Kysely speaks it, except that nothing waits inside SQLite, where the whole process would stand still: a busy
 * file is tried again after a pause in which everything else goes on, and many statements at once are spread. Writes take turns on one connection, reads have
 * another, so that a page that only reads does not wait for a write.
 */
export function sqliteDialect(file: string): Dialect {
  return {
    createDriver: () => new SqliteDriver(file),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class SqliteDriver implements Driver {
  readonly #files: Files;

  constructor(file: string) {
    this.#files = new Files(file);
  }

  async init(): Promise<void> {
    this.#files.open();
  }

  async acquireConnection(): Promise<SqliteConnection> {
    return new SqliteConnection(this.#files);
  }

  beginTransaction(connection: SqliteConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: SqliteConnection): Promise<void> {
    return connection.end('commit');
  }

  rollbackTransaction(connection: SqliteConnection): Promise<void> {
    return connection.end('rollback');
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    this.#files.close();
  }
}

/** The two connections to one file, and whose turn it is to write. */
class Files {
  readonly #file: string;
  #writer: Database | undefined;
  #reader: Database | undefined;
  #turn: Promise<void> = Promise.resolve();
  /** When the first statement began since the event loop came round. */
  #runningSince: number | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  open(): void {
    this.writer().exec('PRAGMA journal_mode = WAL;');
  }

  writer(): Database {
    return (this.#writer ??= this.#connect());
  }

  /** Data in memory have one connection only. */
  reader(): Database {
    return this.#file === ':memory:' ? this.writer() : (this.#reader ??= this.#connect());
  }

  /** A statement that met a busy file may keep an old view of it open: only a new connection sees the file as it is. */
  renew(): void {
    if (this.#file === ':memory:') return;
    this.close();
  }

  close(): void {
    this.#writer?.close();
    this.#reader?.close();
    this.#writer = undefined;
    this.#reader = undefined;
  }

  /**
   * Runs what blocks, soon: promises alone would run hundreds of statements, and all that follows from them, before the
   * next request is even read.
   */
  async spread<Result>(work: () => Result): Promise<Result> {
    for (;;) {
      const now = performance.now();
      if (this.#runningSince === undefined) {
        this.#runningSince = now;
        void immediate().then(() => (this.#runningSince = undefined));
      }
      if (now - this.#runningSince < LONGEST_RUN_MS) return work();
      await immediate();
    }
  }

  /** @returns how to end the turn. */
  async takeTurn(): Promise<() => void> {
    const before = this.#turn;
    const turn = new EventEmitter();
    this.#turn = once(turn, 'end').then(() => undefined);
    await before;
    return () => void turn.emit('end');
  }

  #connect(): Database {
    const database = new Libsql(this.#file);
    database.exec('PRAGMA busy_timeout = 0; PRAGMA foreign_keys = ON;');
    return database;
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #files: Files;
  #endTurn: (() => void) | undefined;
  #isBroken = false;

  constructor(files: Files) {
    this.#files = files;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#endTurn) return this.#files.spread(() => run(this.#files.writer(), query));
    if (SelectQueryNode.is(query.query)) return this.#patiently(() => run(this.#files.reader(), query));
    const endTurn = await this.#files.takeTurn();
    try {
      return await this.#patiently(() => run(this.#files.writer(), query));
    } finally {
      endTurn();
    }
  }

  /** Immediately: a transaction that reads first and writes later cannot be tried again half-way. */
  async begin(): Promise<void> {
    this.#endTurn = await this.#files.takeTurn();
    await this.#patiently(() => this.#files.writer().exec('begin immediate'));
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    try {
      await this.#files.spread(() => this.#files.writer().exec(how));
    } catch (error) {
      this.#isBroken = true;
      throw isBusy(error) ? new DatabaseAway(error) : error;
    }
  }

  release(): void {
    if (this.#isBroken) this.#files.renew();
    this.#isBroken = false;
    this.#endTurn?.();
    this.#endTurn = undefined;
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  async #patiently<Result>(work: () => Result): Promise<Result> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await this.#files.spread(work);
      } catch (error) {
        if (!isBusy(error)) throw error;
        this.#files.renew();
        if (performance.now() >= until) throw new DatabaseAway(error);
        await delay(LOOK_AGAIN_MS);
      }
    }
  }
}

function run<Row>(database: Database, { sql, parameters }: CompiledQuery): QueryResult<Row> {
  const statement = database.prepare(sql);
  if (statement.reader) return { rows: statement.all([...parameters]) as Row[] };
  const { changes, lastInsertRowid } = statement.run([...parameters]);
  return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED');
}
