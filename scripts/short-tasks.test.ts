import { expect, test } from 'vitest';
import { insertPauses } from './short-tasks.ts';

const CODE = `import { a } from "./a.js";

// contract/role.ts
globalThis.seen = ['one'];

// src/app/theme.ts
// A comment of its own.
globalThis.seen.push('two');

// src/app/main.tsx
globalThis.seen.push('three');
export { a };
`;

function pausesIn(code: string): string[] {
  return [...code.matchAll(/await pause\(\);\n\/\/ (\S+)/g)].map(([, module = '']) => module);
}

test('a file pauses before a module, once enough has been evaluated', () => {
  expect(pausesIn(insertPauses(CODE, 1))).toEqual(['contract/role.ts', 'src/app/theme.ts', 'src/app/main.tsx']);
  expect(pausesIn(insertPauses(CODE, 76))).toEqual(['src/app/theme.ts']);
  expect(pausesIn(insertPauses(CODE, 10_000))).toEqual([]);
});

test('a file that pauses does what it did, in tasks of their own', async () => {
  const code = insertPauses(CODE.replaceAll(/(?:im|ex)port .*/g, ''), 1);
  const module: unknown = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  expect(module).toBeDefined();
  expect(Reflect.get(globalThis, 'seen')).toEqual(['one', 'two', 'three']);
  Reflect.deleteProperty(globalThis, 'seen');
});
