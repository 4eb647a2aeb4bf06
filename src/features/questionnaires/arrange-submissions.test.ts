import { expect, test } from 'vitest';
import { arrangeSubmissions } from './arrange-submissions.ts';

test('puts the latest submission first and leaves the given rows alone', () => {
  const rows = [{ submitted_at: '2025-12-31T23:59:59' }, { submitted_at: '2026-01-01T00:00:00' }];
  expect(arrangeSubmissions(rows)).toEqual([rows[1], rows[0]]);
  expect(rows[0]?.submitted_at).toBe('2025-12-31T23:59:59');
});
