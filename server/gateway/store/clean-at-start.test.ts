import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openTestStore } from '../testing/open-test-store.ts';
import { TEST_SECRET, startTestGateway } from '../testing/test-gateway.ts';

test('a clean-up that fails at the start is reported, and the gateway starts', async () => {
  const store = await openTestStore();
  onTestFinished(store.remove);
  await sql`drop table retention`.execute(store.db);
  const lines: string[] = [];
  const { app, close } = await startTestGateway({
    store,
    accounts: { secret: TEST_SECRET, keptDays: { record: 365, versions: 365, vanished: 90 } },
    log: { level: 'error', stream: { write: (line: string) => void lines.push(line) } },
  });
  onTestFinished(close);
  expect((await app.inject({ url: '/api/session' })).statusCode).toBe(200);
  expect(lines.join('')).toContain('What is old could not be removed from the database.');
});
