import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A bad import, and the rule of .dependency-cruiser.mjs that must name it. */
const BAD: [rule: string, from: string, statement: string][] = [
  ['contract-knows-only-zod-mini', 'contract/a.ts', `import { thing } from '#kit/thing.ts';`],
  ['contract-knows-only-zod-mini', 'contract/b.ts', `import type { FastifyRequest } from 'fastify';`],
  ['contract-knows-only-zod-mini', 'contract/c.ts', `import { betterAuth } from 'better-auth';`],
  ['contract-knows-only-zod-mini', 'contract/d.ts', `import type { Router } from '@tanstack/react-router';`],
  ['zod-mini-only', 'server/gateway/zod.ts', `import * as z from 'zod';`],
  ['shared-knows-no-feature', 'src/shared/a.ts', `import { thing } from '#features/one/thing.ts';`],
  ['shared-knows-no-feature', 'src/shared/b.tsx', `export const Lazy = () => import('../features/one/thing.ts');`],
  [
    'feature-knows-no-screen',
    'src/features/one/screen.tsx',
    `import { thing } from '../../routes/thing.ts'; export const S = () => <p>{thing}</p>;`,
  ],
  ['feature-knows-no-screen', 'src/features/one/app.ts', `import type { Thing } from '../../app/thing.ts';`],
  ['features-are-strangers', 'src/features/one/a.ts', `import { thing } from '../two/thing.ts';`],
  ['features-are-strangers', 'src/features/one/b.ts', `import type { Thing } from '#features/two/thing.ts';`],
  ['features-are-strangers', 'src/features/one/c.ts', `export { thing } from '#features/two/thing.ts';`],
  ['features-are-strangers', 'src/features/one/d.ts', `export * from '#features/two/thing.ts';`],
  ['features-are-strangers', 'src/features/one/e.ts', `export type { Thing } from '#features/two/thing.ts';`],
  [
    'features-are-strangers',
    'src/features/one/g.tsx',
    `const L = lazy(async () => ({ d: await import('#features/two/thing.ts') })); export const G = () => <L />;`,
  ],
  ['route-knows-no-wiring', 'src/routes/a.tsx', `import { thing } from '../app/thing.ts';`],
  ['browser-knows-no-server', 'src/routes/b.tsx', `import { thing } from '#kit/thing.ts';`],
  ['browser-knows-no-server', 'src/shared/c.ts', `import type { Thing } from '../../server/gateway/thing.ts';`],
  ['browser-has-no-node', 'src/shared/d.ts', `import { readFileSync } from 'node:fs';`],
  ['server-knows-no-browser', 'server/gateway/a.ts', `import { thing } from '#shared/thing.ts';`],
  ['server-knows-no-browser', 'server/kit/react.ts', `import { useState } from 'react';`],
  ['server-knows-no-browser', 'server/gateway/router.ts', `import { Link } from '@tanstack/react-router';`],
  ['gateway-and-sandbox-speak-http', 'server/gateway/b.ts', `import type { Thing } from '../sandbox/thing.ts';`],
  ['gateway-and-sandbox-speak-http', 'server/sandbox/b.ts', `import { thing } from '../gateway/thing.ts';`],
  ['kit-is-below-both-servers', 'server/kit/a.ts', `import { thing } from '../gateway/thing.ts';`],
  ['sql-stays-in-its-folders', 'server/sandbox/resources/a.ts', `import Database from 'libsql';`],
  ['sql-stays-in-its-folders', 'e2e/sql.ts', `import type Database from 'libsql';`],
  ['sql-stays-in-its-folders', 'server/gateway/accounts/a.ts', `import { sql } from 'kysely';`],
  ['sql-stays-in-its-folders', 'server/gateway/routes/b.ts', `import type { Kysely } from 'kysely';`],
  ['reservie-has-one-caller', 'server/gateway/routes/a.ts', `import { request } from 'undici';`],
  ['journeys-see-the-outside-only', 'e2e/a.ts', `import { thing } from '../server/gateway/thing.ts';`],
  ['journeys-see-the-outside-only', 'e2e/b.ts', `import { thing } from '#shared/thing.ts';`],
  ['benchmarks-see-the-outside-only', 'bench/one/a.ts', `import { thing } from '../../e2e/thing.ts';`],
  ['production-imports-no-test-code', 'server/gateway/c.ts', `import { thing } from './testing/thing.ts';`],
  ['production-imports-no-test-code', 'server/sandbox/c.ts', `import type { T } from '../gateway/testing/thing.ts';`],
  ['no-import-of-a-test', 'server/kit/b.ts', `import { thing } from './thing.test.ts';`],
  ['server-needs-no-development-package', 'server/kit/c.ts', `import { expect } from 'vitest';`],
  ['server-needs-no-development-package', 'server/sandbox/e.ts', `import type { TestContext } from 'vitest';`],
  ['production-imports-no-test-code', 'server/sandbox/f.ts', `import { thing } from './testing/thing.ts';`],
  ['no-cycles', 'server/kit/egg.ts', `import type { hen } from './hen.ts'; export const egg = 1;`],
  ['every-import-resolves', 'server/kit/d.ts', `import { thing } from './nowhere.ts';`],
];

/** Imports that every rule lets pass. */
const GOOD: [from: string, statement: string][] = [
  ['contract/good.ts', `import * as z from 'zod/mini'; import type { Thing } from './thing.ts';`],
  [
    'src/features/one/good.tsx',
    `import { thing } from '#shared/thing.ts'; import { thing as c } from '#contract/thing.ts';`,
  ],
  [
    'src/routes/good.tsx',
    `import { thing } from '#features/one/thing.ts'; import { thing as two } from '#features/two/thing.ts';`,
  ],
  [
    'src/app/good.tsx',
    `import { thing } from '../routes/thing.ts'; export const App = () => <p title="a">{thing}</p>;`,
  ],
  ['server/sandbox/db/good.ts', `import Database from 'libsql';`],
  ['server/gateway/reservie/good.ts', `import { request } from 'undici'; import { thing } from '#kit/thing.ts';`],
  ['e2e/good.ts', `import { thing } from '../server/sandbox/app.ts'; import { expect } from '@playwright/test';`],
  ['e2e/good-data.ts', `import { thing } from '../server/gateway/testing/test-database.ts';`],
  ['server/gateway/testing/good.ts', `import { thing } from './thing.ts'; import { app } from '../app.ts';`],
  ['server/gateway/good.test.ts', `import { thing } from './testing/thing.ts';`],
  ['bench/one/good.ts', `import { thing } from '../../e2e/stack.ts';`],
  ['server/kit/good.test.ts', `import { expect } from 'vitest';`],
  ['server/sandbox/testing/good.ts', `import { onTestFinished } from 'vitest'; import { thing } from '../app.ts';`],
  ['server/gateway/accounts/good.ts', `import { betterAuth } from 'better-auth';`],
  ['server/gateway/store/good.ts', `import { sql } from 'kysely';`],
  ['src/routes/router.tsx', `import { Link } from '@tanstack/react-router'; export const L = () => <Link to="/" />;`],
];

const THINGS = [
  'contract/thing.ts',
  'src/shared/thing.ts',
  'src/features/one/thing.ts',
  'src/features/two/thing.ts',
  'src/routes/thing.ts',
  'src/app/thing.ts',
  'server/kit/thing.ts',
  'server/kit/thing.test.ts',
  'server/gateway/thing.ts',
  'server/gateway/app.ts',
  'server/gateway/testing/test-database.ts',
  'server/gateway/testing/thing.ts',
  'server/sandbox/thing.ts',
  'server/sandbox/app.ts',
  'server/sandbox/testing/thing.ts',
  'e2e/thing.ts',
  'e2e/stack.ts',
];

/** The packages named above, copied as they are: a stand-in elsewhere than the real entry file would prove nothing. */
const PACKAGES = [
  'zod',
  'fastify',
  'react',
  'libsql',
  'kysely',
  'undici',
  'better-auth',
  'vitest',
  '@playwright/test',
  '@tanstack/react-router',
];

interface Violation {
  from: string;
  rule: { name: string };
}

const root = mkdtempSync(join(tmpdir(), 'import-rules-'));
let violations: Violation[] = [];

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeAll(() => {
  cpSync('package.json', join(root, 'package.json'));
  for (const name of PACKAGES) cpSync(`node_modules/${name}`, join(root, 'node_modules', name), { recursive: true });
  for (const path of THINGS) put(path, 'export const thing = 1; export type Thing = typeof thing;');
  for (const [, path, statement] of BAD) put(path, statement);
  for (const [path, statement] of GOOD) put(path, statement);
  put('server/kit/hen.ts', `import { egg } from './egg.ts'; export const hen = egg;`);
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', resolve('.dependency-cruiser.mjs'), '--output-type', 'json', '.'];
  const answer = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  violations = (JSON.parse(answer) as { summary: { violations: Violation[] } }).summary.violations;
}, 60_000);

afterAll(() => rmSync(root, { recursive: true }));

test.each(BAD)('%s refuses %s: %s', (rule, from) => {
  expect(violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name)).toContain(
    rule,
  );
});

test.each(GOOD)('%s may say: %s', (from) => {
  expect(violations.filter((violation) => violation.from === from)).toEqual([]);
});
