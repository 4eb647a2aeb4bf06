import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutSummaries } from './lean-contract.ts';

const files = readdirSync('contract').filter((name) => /^[\w-]+\.ts$/.test(name) && name !== 'endpoint.ts');

test.each(files)('no summary is left in %s, and nothing else is gone', (name) => {
  const source = readFileSync(`contract/${name}`, 'utf8');
  const lean = withoutSummaries(source);
  expect(lean).not.toMatch(/^\s*summary:/m);
  expect(lean.match(/endpoint\(\{/g)).toEqual(source.match(/endpoint\(\{/g));
  expect(lean.match(/^\s*(?:method|path|access|answer):/gm)).toEqual(
    source.match(/^\s*(?:method|path|access|answer):/gm),
  );
});

test('a summary over two lines goes too', () => {
  expect(withoutSummaries("a,\n  summary:\n    'One’s \\'own\\' word.',\n  b\n")).toBe('a,\n  b\n');
});
