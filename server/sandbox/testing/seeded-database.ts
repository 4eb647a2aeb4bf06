import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SandboxOptions, buildSandbox } from '../app.ts';

/** Seeds a data file in a folder of its own, to be copied: seeding takes most of a start. @returns its path. */
export async function seedDatabase(options: Omit<SandboxOptions, 'file'> = {}): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'seeded.db');
  const sandbox = await buildSandbox({ ...options, file });
  await sandbox.close();
  return file;
}

/** Copies a data file that its sandbox has closed. @returns the copy's path, beside it unless `to` says where. */
export function copyDatabase(file: string, to = `${file}.${randomUUID()}`): string {
  // libsql closes a file when its statements are collected: until then the newest pages are in its write-ahead log.
  for (const part of ['', '-wal'].filter((suffix) => existsSync(file + suffix))) copyFileSync(file + part, to + part);
  return to;
}
