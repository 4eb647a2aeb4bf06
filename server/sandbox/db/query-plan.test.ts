import { beforeAll, describe, expect, test } from 'vitest';
import { appointmentQueries } from './appointments.ts';
import { bookingQueries } from './bookings.ts';
import { customerQueries } from './customers.ts';
import { eventQueries } from './events.ts';
import { noteQueries } from './notes.ts';
import { type Database, openDatabase } from './open.ts';
import { passQueries } from './passes.ts';
import { questionnaireQueries } from './questionnaires.ts';
import { registerQueries } from './register.ts';
import { subscriptionQueries } from './subscriptions.ts';
import { videoQueries } from './videos.ts';
import { selectAll } from './query.ts';

let database: Database;

beforeAll(() => {
  database = openDatabase(':memory:');
});

/** How SQLite would run a query, one step a line. */
function plan(sql: string): string[] {
  return selectAll<{ detail: string }>(database, `EXPLAIN QUERY PLAN ${sql}`)().map((step) => step.detail);
}

function named(queries: Record<string, string | { count: string; page: string }>): [string, string][] {
  return Object.entries(queries).flatMap(([name, query]): [string, string][] =>
    typeof query === 'string'
      ? [[name, query]]
      : [
          [`${name}, count`, query.count],
          [`${name}, page`, query.page],
        ],
  );
}

const { list: _everyCustomer, version: _one, ...oneCustomer } = customerQueries;
const { list: _everyPass, ...somePasses } = passQueries;
const { plans: _everyPlan, ...someSubscriptions } = subscriptionQueries;
const { list: _everyVideo, ...someVideos } = videoQueries;

// The four lists left out answer a whole table, as documented: reading all of it is the question.
describe.each([
  ['customers', oneCustomer],
  ['bookings', bookingQueries],
  ['passes', somePasses],
  ['subscriptions', someSubscriptions],
  ['videos', someVideos],
  ['appointments', appointmentQueries],
  ['notes', noteQueries],
  ['questionnaires', questionnaireQueries],
  ['events', eventQueries],
  ['register', registerQueries],
])('%s', (_, queries) => {
  test.each(named(queries))('%s finds its rows by an index', (_name, sql) => {
    const steps = plan(sql);
    expect(steps.length).toBeGreaterThan(0);
    // `wanted` is the short list of keys that a query is asked for.
    expect(steps.filter((step) => step.startsWith('SCAN') && !step.startsWith('SCAN wanted'))).toEqual([]);
  });
});

test.each(
  Object.entries({ ...bookingQueries, packages: passQueries.ofCustomer.page, notes: noteQueries.ofCustomer.page }),
)('%s needs no sorting of a customer’s whole history', (_, sql) => {
  // Putting one page's bookings in order is fine: there are at most a few hundred.
  const sorted = plan(sql).filter((step) => step.includes('TEMP B-TREE'));
  expect(sorted.length === 0 || sql === bookingQueries.bookings).toBe(true);
});
