import { expect, test } from 'vitest';
import { customer } from '../directory/customer-fixture.ts';
import { mergeChecklist } from './merge-checklist.ts';

const JANE = customer('cust_1', 'Jane', 'Smith', { email: 'jane@example.com' });
const TWIN = customer('cust_2', 'Jane', 'Smith', { email: '', mobile: '07700 900123' });

test('names who is kept, what would be lost, and what to do before a customer is archived', () => {
  const text = mergeChecklist([TWIN, JANE], JANE);
  expect(text.split('\n').slice(0, 2)).toEqual([
    'Merge Jane Smith (cust_1, jane@example.com)',
    'with Jane Smith (cust_2, 07700 900123)',
  ]);
  expect(text).toContain('[ ] Move credits and passes of cust_2 to cust_1');
  expect(text).toContain('[ ] Take over the mobile: 07700 900123');
  expect(text.split('\n').at(-1)).toContain('Archive cust_2');
});

test('says nothing of a mobile that the kept one has', () => {
  expect(mergeChecklist([JANE, TWIN], TWIN)).not.toContain('Take over');
});
