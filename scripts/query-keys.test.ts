import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Source {
  path: string;
  text: string;
}

const KEY_START = /\[\s*'([\w-]+)'/g;
/** Where a key is given: to a query, or to what the cache is asked. */
const KEY_PLACE = /(?:queryKey:|\b(?:get|set|cancel|fetch|remove|invalidate)Quer(?:y|ies)\w*(?:<[^>]*>)?\()\s*\[\s*'/;

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

function startsOf(text: string): Set<string> {
  return new Set([...text.matchAll(KEY_START)].map(([, name = '']) => name));
}

/**
 * A file that makes queries is the author of the resources that its keys begin with. What is wrong with the others: two
 * authors of one resource, and a key that is typed again elsewhere, so that the two can drift apart.
 */
function findRetypedKeys(sources: readonly Source[]): string[] {
  const authors = new Map<string, string>();
  const found: string[] = [];
  for (const { path, text } of sources) {
    if (isTest(path) || !/\bqueryOptions(?:<|\()/.test(text)) continue;
    for (const name of startsOf(text)) {
      const other = authors.get(name);
      if (other !== undefined) found.push(`${path}: '${name}' has an author, ${other}`);
      else authors.set(name, path);
    }
  }
  for (const { path, text } of sources) {
    for (const name of startsOf(text)) {
      const author = authors.get(name);
      const isKey = text.includes('queryKey') || text.includes('QueryClient') || text.includes('queryClient');
      if (isKey && author !== undefined && author !== path) found.push(`${path}: retypes '${name}' of ${author}`);
    }
    if (!isTest(path) && ![...authors.values()].includes(path) && KEY_PLACE.test(text)) {
      found.push(`${path}: types a key that no query has`);
    }
  }
  return [...new Set(found)].toSorted();
}

const AUTHOR = {
  path: 'queries.ts',
  text: "export const passQueries = { all: ['passes'], list: queryOptions({ queryKey: ['passes', 'list'] }) };",
};

test.each([
  ["queryClient.invalidateQueries({ queryKey: ['passes'] });", "use.ts: retypes 'passes' of queries.ts"],
  ["queryClient.setQueryData<Pass>(['passes', 'list'], pass);", "use.ts: retypes 'passes' of queries.ts"],
  ["const KEY = ['passes', 'list'];\nqueryClient.getQueryData(KEY);", "use.ts: retypes 'passes' of queries.ts"],
  ["queryOptions({ queryKey: ['passes', 'old'] });", "use.ts: 'passes' has an author, queries.ts"],
  ["queryClient.removeQueries({ queryKey: [\n  'gone'] });", 'use.ts: types a key that no query has'],
])('notices %j', (text, fault) => {
  expect(findRetypedKeys([AUTHOR, { path: 'use.ts', text }])).toContain(fault);
});

test('leaves alone what only looks like a key', () => {
  const others = [
    { path: 'use.ts', text: 'queryClient.invalidateQueries({ queryKey: passQueries.all });' },
    { path: 'words.ts', text: "const nouns = ['passes', 'videos'];" },
    { path: 'things.test.ts', text: "queryClient.setQueryData(['thing'], 1);" },
  ];
  expect(findRetypedKeys([AUTHOR, ...others])).toEqual([]);
});

test('every query key has one author', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
    encoding: 'utf8',
  });
  const sources = files
    .split('\n')
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  expect(findRetypedKeys(sources)).toEqual([]);
});
