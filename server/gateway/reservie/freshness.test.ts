import { readFileSync, readdirSync } from 'node:fs';
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

test('each is asked for: a row of an endpoint that the gateway never calls tells nothing', () => {
  const files = readdirSync('server/gateway', { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing\/|freshness\.ts$/.test(file));
  const text = sources.map((file) => readFileSync(`server/gateway/${file}`, 'utf8')).join('\n');
  expect(Object.keys(FRESHNESS).filter((name) => !text.includes(`'${name}'`))).toEqual([]);
});
