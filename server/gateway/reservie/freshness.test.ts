import { readFileSync, readdirSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { CachedReads } from './cached-reads.ts';
import { FRESHNESS } from './freshness.ts';

test('docs/caching.md shows this table', () => {
  const page = readFileSync('docs/caching.md', 'utf8');
  const rows = Object.entries(FRESHNESS).map(
    ([name, { fresh, refetched, kept }]) => `| \`${name}\` | ${fresh} | ${refetched} | ${kept} |`,
  );
  expect(page.split('\n').filter((line) => /^\| `\w+` \| \d/.test(line))).toEqual(rows);
});

test.each(Object.entries(FRESHNESS))('%s is kept at least as long as it is fresh', (_, { fresh, refetched, kept }) => {
  expect(fresh).toBeLessThanOrEqual(refetched);
  expect(refetched).toBeLessThanOrEqual(kept);
});

test('each is asked for: a row of an endpoint that the gateway never calls tells nothing', () => {
  const files = readdirSync('server/gateway', { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing\/|freshness\.ts$/.test(file));
  const text = sources.map((file) => readFileSync(`server/gateway/${file}`, 'utf8')).join('\n');
  expect(Object.keys(FRESHNESS).filter((name) => !text.includes(`'${name}'`))).toEqual([]);
});

test.each(['listQuestionnaireAnswers', 'listNotes'] as const)('%s leaves memory when this table says', async (name) => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  // The cache takes the moment 0 for none.
  vi.advanceTimersByTime(1);
  const reads = new CachedReads({ client: { read: () => Promise.resolve('answer') }, clock: Date.now });
  const call = { params: { customerId: CustomerId.parse('cust_123') }, query: { page: 0 } };
  await reads.get({ name, call, parse: (json) => json }, 'interactive');
  vi.advanceTimersByTime(FRESHNESS[name].kept * 1000 - 1);
  expect(reads.size.entries).toBe(1);
  vi.advanceTimersByTime(10);
  expect(reads.size).toEqual({ entries: 0, bytes: 0 });
  await reads.get({ name, call, parse: (json) => json }, 'interactive');
  reads.close();
  expect([reads.size.entries, vi.getTimerCount()]).toEqual([0, 0]);
});
