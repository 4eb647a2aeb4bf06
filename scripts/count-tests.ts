import { existsSync, readFileSync } from 'node:fs';

interface UnitReport {
  numPassedTests: number;
  numFailedTests: number;
}

interface JourneyReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

interface Count {
  passed: number;
  failed: number;
}

const ON_POSTGRES = 'test-results/unit-postgres.json';

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function countUnits(path: string): Count {
  const { numPassedTests, numFailedTests } = read(path) as UnitReport;
  return { passed: numPassedTests, failed: numFailedTests };
}

/** A journey that passed only sometimes counts as failed. */
function countJourneys(path: string): Count {
  const { stats } = read(path) as JourneyReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

function print(what: string, { passed, failed }: Count): void {
  console.log(`${what}${passed} passed, ${failed} failed`);
  if (passed === 0 || failed > 0) process.exitCode = 1;
}

// Adds up what both test runners wrote during `npm test`. What ran again on PostgreSQL is not counted twice.
const [units, journeys] = [countUnits('test-results/unit.json'), countJourneys('test-results/e2e.json')];
if (existsSync(ON_POSTGRES)) print('Again on PostgreSQL: ', countUnits(ON_POSTGRES));
print('', { passed: units.passed + journeys.passed, failed: units.failed + journeys.failed });
