import { expect, test } from 'vitest';
import { describeRange } from './paged-panel.tsx';

const PASSES = ['pass', 'passes'] as const;

test('counts what fits on one page', () => {
  expect(describeRange({ total: 1, pageSize: 30, data: [0] }, 1, PASSES)).toBe('1 pass');
  expect(describeRange({ total: 12, pageSize: 30, data: [] }, 1, PASSES)).toBe('12 passes');
});

test('says which part of a longer list is shown', () => {
  expect(describeRange({ total: 1132, pageSize: 30, data: Array.from({ length: 30 }) }, 2, PASSES)).toBe(
    '31–60 of 1,132 passes',
  );
  expect(describeRange({ total: 61, pageSize: 30, data: [0] }, 3, PASSES)).toBe('61–61 of 61 passes');
});

test('claims no range for a page without rows', () => {
  expect(describeRange({ total: 61, pageSize: 30, data: [] }, 2, PASSES)).toBe('61 passes');
});
