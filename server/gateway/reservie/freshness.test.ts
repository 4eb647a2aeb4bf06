import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
