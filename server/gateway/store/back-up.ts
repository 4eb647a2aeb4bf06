import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import Libsql from 'libsql';
import type { DatabaseOptions } from './store.ts';

/** There is no backup, and the message is one sentence that says why. */
export class NoBackup extends Error {}

/**
 * Writes a whole copy of the data into a new file, while the gateway may run. SQLite: a database file, with what still
 * waits in the write-ahead log. PostgreSQL: an archive for `pg_restore`, made by `pg_dump`. @throws NoBackup
 */
export async function backUp(options: DatabaseOptions, file: string): Promise<void> {
  if (existsSync(file)) throw new NoBackup(`There is a file at ${file} already: name another, or move it away.`);
  if ('file' in options) copySqlite(options.file, file);
  else await dumpPostgres(options, file);
}

function copySqlite(from: string, to: string): void {
  // Opening a file that is not there would make one, and the backup would be empty.
  if (!existsSync(from)) throw new NoBackup(`There is no database at ${from}: is DATA_DIR the one of Studio Desk?`);
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
