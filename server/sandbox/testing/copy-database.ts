import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync } from 'node:fs';

/**
 * Copies a data file that its sandbox has closed; seeding takes most of a start. @returns the copy's path, beside it
 * unless `to` says where.
 */
export function copyDatabase(file: string, to = `${file}.${randomUUID()}`): string {
  // libsql closes a file when its statements are collected: until then the newest pages are in its write-ahead log.
  for (const part of ['', '-wal'].filter((suffix) => existsSync(file + suffix))) copyFileSync(file + part, to + part);
  return to;
}
