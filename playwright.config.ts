import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/browser.ts';

const isOnPostgres = process.env['STORE'] === 'postgres';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  // A journey that passes only the second time is broken.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // Some journeys look at ten screens, or hash five passwords; where other work runs beside them, that takes its time.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: isOnPostgres ? 'test-results/e2e-postgres.json' : 'test-results/e2e.json' }],
  ],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(),
    locale: 'en-GB',
    // Neither the studio's zone nor a neighbour of it: a screen that used the browser's zone would be hours off.
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 800 },
    // Without a picture of each frame, which took a third of all time: a trace shows the page at each step all the same.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
});
