import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listPageAddresses } from './page-addresses.ts';

test('lists the pages that the router knows', () => {
  const routeTree = readFileSync('src/app/route-tree.gen.ts', 'utf8');
  const known = /\n {2}to:((?:\s*\|?\s*'[^']+')+)/.exec(routeTree)?.[1]?.match(/(?<=')\/[^']*(?=')/g) ?? [];
  expect(known.length).toBeGreaterThan(15);
  expect(listPageAddresses('src/routes')).toEqual(known.toSorted());
});
