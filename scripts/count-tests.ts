import { readFileSync } from 'node:fs';

interface UnitReport {
  numPassedTests: number;
  numFailedTests: number;
}

interface JourneyReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

// Adds up what both test runners wrote during `npm test`. A journey that passed only sometimes counts as failed.
const unit = read('test-results/unit.json') as UnitReport;
const { stats } = read('test-results/e2e.json') as JourneyReport;
const passed = unit.numPassedTests + stats.expected;
const failed = unit.numFailedTests + stats.unexpected + stats.flaky;
console.log(`${passed} passed, ${failed} failed`);
if (passed === 0 || failed > 0) process.exitCode = 1;
