import { execFile } from 'node:child_process';
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import Libsql from 'libsql';
import type { DatabaseOptions } from './store.ts';

/** There is no backup, and the message is one sentence that says why. */
export class NoBackup extends Error {}

/**
 * Writes a whole copy of the data into a new file, while the gateway may run. SQLite: a database file, with what still
 * waits in the write-ahead log. PostgreSQL: an archive for `pg_restore`, made by `pg_dump`. No other account on
 * the machine may read the copy. @throws NoBackup
 */
export async function backUp(options: DatabaseOptions, file: string): Promise<void> {
  if ('file' in options && !existsSync(options.file)) {
    // Opening a file that is not there would make one, and the backup would be empty.
    throw new NoBackup(`There is no database at ${options.file}: is DATA_DIR the one of Studio Desk?`);
  }
  makePrivate(file);
  try {
    if ('file' in options) copySqlite(options.file, file);
    else await dumpPostgres(options, file);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** An empty file, which keeps its rights when it is filled. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new NoBackup(
      isThere
        ? `There is a file at ${file} already: name another, or move it away.`
        : `The copy cannot be written to ${file}.`,
      { cause },
    );
  }
}

function copySqlite(from: string, to: string): void {
  const database = new Libsql(from);
  try {
    database.prepare('vacuum into ?').run(to);
  } catch (cause) {
    throw new NoBackup(`The copy cannot be written to ${to}.`, { cause });
  } finally {
    database.close();
  }
}

async function dumpPostgres({ url, schema }: { url: string; schema?: string }, file: string): Promise<void> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  // Every user of this computer can read the arguments of a program; not so its environment.
  address.password = '';
  const args = [`--dbname=${address.href}`, '--format=custom', `--file=${file}`];
  if (schema !== undefined) args.push(`--schema=${schema}`);
  const env = { ...process.env, ...(password !== '' && { PGPASSWORD: password }) };
  try {
    await promisify(execFile)('pg_dump', args, { env });
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new NoBackup(
      isMissing
        ? 'pg_dump is not installed here: install PostgreSQL’s client programs (Debian: postgresql-client).'
        : 'pg_dump failed: is DATABASE_URL the one of Studio Desk, and pg_dump as new as the server?',
      { cause },
    );
  }
}
