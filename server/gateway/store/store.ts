import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Where the data are: a SQLite file, or a PostgreSQL database. */
export type DatabaseOptions =
  | {
      file: string;
      /** A second process with the same wish is refused: each would keep what it knows in its own memory. */
      isOnlyProcess?: boolean;
    }
  | {
      /** Such as `postgres://desk:secret@db/desk`. */
      url: string;
      /** Instead of `public`; made if it does not exist. */
      schema?: string;
      /** A statement that takes longer is an error; a little more than the server's own limit unless a test says otherwise. */
      longestQueryMs?: number;
    };

interface Listener {
  receive: (payload: string) => void;
  /** The connection was lost and is back: what was said meanwhile was missed. */
  missed: () => void;
}

/** @returns how to stop. */
export type Listen = (listener: Listener) => Promise<() => Promise<void>>;

export interface Store {
  db: Kysely<Tables>;
  kind: 'sqlite' | 'postgres';
  /** Hears what `notify` of any process says; only where several may work on the same data. */
  listen?: Listen;
  close: () => Promise<void>;
}

/**
 * Text as both databases keep it and give it back. PostgreSQL refuses U+0000, SQLite may cut at it, and half of a
 * surrogate pair has no form in UTF-8: each becomes U+FFFD, the replacement character.
 */
export function storable(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\ufffd')).toString();
}
