import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setup as startDatabase } from '../server/gateway/testing/test-postgres.ts';
import { seedDatabase } from '../server/sandbox/testing/seeded-database.ts';

/**
 * Seeds once what every worker copies, and with STORE=postgres starts a server; answers what ends both after the last
 * journey.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const stopDatabase = await startDatabase();
  const file = await seedDatabase();
  process.env['STUDIO_DESK_TEMPLATE'] = file;
  return async () => {
    rmSync(dirname(file), { recursive: true, force: true });
    await stopDatabase?.();
  };
}
