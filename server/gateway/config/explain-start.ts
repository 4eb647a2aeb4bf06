import { isDatabaseAway } from '../store/database-away.ts';
import { ConfigError } from './env.ts';

/** By error code: of listening, of PostgreSQL, of SQLite and of the file system. */
const SENTENCES: Record<string, string> = {
  EADDRINUSE: 'PORT is taken by another program: stop that, or set PORT to another number.',
  EADDRNOTAVAIL: 'HOST is not an address of this machine.',
  SECOND_PROCESS:
    'Another process of Studio Desk uses the data in DATA_DIR: stop that, or give each its own DATA_DIR. Several processes share a PostgreSQL, named in DATABASE_URL.',
  NEWER_SCHEMA: 'The database was made by a newer version of Studio Desk: start that version, or restore a backup.',
  SQLITE_NOTADB: 'The database file in DATA_DIR is damaged, or no database: restore a backup.',
  SQLITE_CORRUPT: 'The database file in DATA_DIR is damaged, or no database: restore a backup.',
  SQLITE_READONLY: 'The database file in DATA_DIR cannot be written to: check its owner and permissions.',
  SQLITE_CANTOPEN: 'The database file in DATA_DIR cannot be opened: check its owner and permissions.',
  SQLITE_FULL: 'The disk that DATA_DIR is on is full.',
  ENOSPC: 'The disk that DATA_DIR is on is full.',
  EROFS: 'DATA_DIR cannot be written to: check its owner and permissions.',
  EPERM: 'DATA_DIR cannot be written to: check its owner and permissions.',
  ENOTDIR: 'DATA_DIR cannot be made: a file is in its place.',
  EEXIST: 'DATA_DIR cannot be made: a file is in its place.',
  '28P01': 'PostgreSQL refuses the name or password in DATABASE_URL.',
  '28000': 'PostgreSQL refuses the name or password in DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
  '42501':
    'The account in DATABASE_URL may not make tables: run `npm run migrate` with the account that owns them (docs/operations.md, “Two accounts”).',
};

/** What stops a start, in one sentence for the operator; nothing for a fault of ours, whose stack is wanted. */
export function explainStart(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof ConfigError) return one.message;
    const code = codeOf(one);
    if (code === 'EACCES') {
      return 'syscall' in one && one.syscall === 'listen'
        ? 'PORT may not be used by this account: set PORT to a number above 1023.'
        : 'DATA_DIR cannot be written to: check its owner and permissions.';
    }
    const sentence = code === undefined ? undefined : SENTENCES[code];
    if (sentence !== undefined) return sentence;
  }
  if (isDatabaseAway(error))
    return 'The database that DATABASE_URL names does not answer: start it, or check the address.';
  return undefined;
}

function codeOf(error: Error): string | undefined {
  // Kysely’s words for a migration in the database that this version does not know.
  if (error.message.startsWith('corrupted migrations')) return 'NEWER_SCHEMA';
  // libsql has no code for a file that it cannot open.
  if (error.message.startsWith('Unable to open connection') || error.message.startsWith('ConnectionFailed'))
    return 'SQLITE_CANTOPEN';
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code.replace(/^(SQLITE_(?:READONLY|CANTOPEN|CORRUPT))_.*/, '$1');
}
