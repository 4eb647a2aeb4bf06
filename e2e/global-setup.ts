import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setup as startDatabase } from '../server/gateway/testing/test-postgres.ts';
import { seedTemplate } from './stack.ts';

/**
 * Seeds once what every worker copies, and with STORE=postgres starts a server; answers what ends both after the last
 * journey.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const stopDatabase = await startDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'studio-desk-template-'));
  const file = join(folder, 'template.db');
  await seedTemplate(file);
  process.env['STUDIO_DESK_TEMPLATE'] = file;
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await stopDatabase?.();
  };
}
