import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { listPageAddresses } from './page-addresses.ts';

function routesWith(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'routes-'));
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

test('lists the pages that the router knows', () => {
  const routeTree = readFileSync('src/app/route-tree.gen.ts', 'utf8');
  const known = /\n {2}to:((?:\s*\|?\s*'[^']+')+)/.exec(routeTree)?.[1]?.match(/(?<=')\/[^']*(?=')/g) ?? [];
  expect(known.length).toBeGreaterThan(15);
  expect(listPageAddresses('src/routes')).toEqual(known.toSorted());
});

test('layouts, parts and tests have no address', () => {
  const files = ['__root.tsx', 'staff/route.tsx', 'staff/-row.tsx', 'staff/index.test.tsx', 'staff/read.ts'];
  expect(listPageAddresses(routesWith(...files, 'index.tsx', 'staff/$staffId.tsx'))).toEqual(['/', '/staff/$staffId']);
});

test.each(['_signed-in/staff.tsx', 'staff.new.tsx', '(desk)/staff.tsx'])(
  'the build stops at %s, whose address only the router knows',
  (file) => {
    expect(() => listPageAddresses(routesWith(file))).toThrow(file);
  },
);
