import { defineConfig } from 'vitest/config';

const isOnPostgres = process.env['STORE'] === 'postgres';

export default defineConfig({
  test: {
    include: ['{contract,server,src,bench,scripts,e2e}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // With STORE=postgres it starts a server for the tests.
    globalSetup: 'server/gateway/testing/test-postgres.ts',
    reporters: ['default', 'json'],
    outputFile: { json: isOnPostgres ? 'test-results/unit-postgres.json' : 'test-results/unit.json' },
  },
});
