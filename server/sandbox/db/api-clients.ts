import type { Database } from './open.ts';
import { prepareWrite, selectAll, selectOne } from './query.ts';

export interface ApiClientRecord {
  id: string;
  name: string;
  scopes: readonly string[];
  isSuspended: boolean;
  /** Milliseconds since 1970; null never expires. */
  expiresAt: number | null;
  /** SHA-256 of the secret, hexadecimal. */
  secretHash: string;
}

interface ApiClientRow {
  id: string;
  name: string;
  scopes: string;
  is_suspended: number;
  expires_at: number | null;
  secret_hash: string;
}

export type ApiClientStore = ReturnType<typeof createApiClientStore>;

/** Where the sandbox keeps its API clients and its own settings: in the same file as the studio's data. */
export function createApiClientStore(database: Database) {
  database.exec(`
    CREATE TABLE IF NOT EXISTS api_client (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      scopes TEXT NOT NULL,
      is_suspended INTEGER NOT NULL,
      expires_at INTEGER,
      secret_hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS sandbox_setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `);
  const find = selectOne<ApiClientRow>(database, 'SELECT * FROM api_client WHERE id = ?');
  const list = selectAll<ApiClientRow>(database, 'SELECT * FROM api_client ORDER BY rowid');
  const save = prepareWrite(
    database,
    `INSERT INTO api_client (id, name, scopes, is_suspended, expires_at, secret_hash) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, scopes = excluded.scopes,
       is_suspended = excluded.is_suspended, expires_at = excluded.expires_at, secret_hash = excluded.secret_hash`,
  );
  const readSetting = selectOne<{ value: string }>(database, 'SELECT value FROM sandbox_setting WHERE key = ?');
  const writeSetting = prepareWrite(
    database,
    'INSERT INTO sandbox_setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );

  return {
    find: (id: string): ApiClientRecord | undefined => {
      const row = find(id);
      return row && toRecord(row);
    },
    list: (): ApiClientRecord[] => list().map(toRecord),
    save: ({ id, name, scopes, isSuspended, expiresAt, secretHash }: ApiClientRecord): void => {
      save(id, name, scopes.join(' '), Number(isSuspended), expiresAt, secretHash);
    },
    readSetting: (key: string): string | undefined => readSetting(key)?.value,
    writeSetting: (key: string, value: string): void => void writeSetting(key, value),
  };
}

function toRecord(row: ApiClientRow): ApiClientRecord {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes.split(' ').filter(Boolean),
    isSuspended: row.is_suspended === 1,
    expiresAt: row.expires_at,
    secretHash: row.secret_hash,
  };
}
