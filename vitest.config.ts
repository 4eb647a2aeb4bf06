import { defineConfig } from 'vitest/config';

const isOnPostgres = process.env['STORE'] === 'postgres';

export default defineConfig({
  test: {
    include: ['{contract,server,src,bench,scripts,e2e}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // What a file imports stays loaded for the next one: most files take less time than their imports.
    isolate: false,
    // By default vitest leaves one processor to itself, but hardly needs it: of two that would be half.
    maxWorkers: '100%',
    // Servers, pauses and timeouts of the product are waited for as they are.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Only how long a failure takes: 1 s, the default, is over on a busy machine before what is waited for has happened.
    expect: { poll: { timeout: 15_000 } },
    // With STORE=postgres the second starts a server for the tests.
    globalSetup: ['server/gateway/testing/test-folder.ts', 'server/gateway/testing/test-postgres.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: isOnPostgres ? 'test-results/unit-postgres.json' : 'test-results/unit.json' },
  },
});
