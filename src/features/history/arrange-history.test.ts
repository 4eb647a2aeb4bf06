import { expect, test } from 'vitest';
import type { HistoryEntry } from '#contract/history.ts';
import { CustomerId } from '#contract/id.ts';
import { arrangeHistory, describeLooks } from './arrange-history.ts';

function entry(action: string, at: string, more: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: `${action} ${at}`,
    at,
    staff: { id: 'dee', name: 'Dee Desk', role: 'desk', email: null },
    action,
    customerId: null,
    subject: null,
    changes: [],
    result: 'done',
    confirmation: null,
    code: null,
    requestId: null,
    ...more,
  };
}

const dayOf = (at: string) => at.slice(0, 10);

function sizes(entries: HistoryEntry[]): number[] {
  return arrangeHistory(entries, dayOf).map((group) => group.entries.length);
}

test('looks that follow each other are one visit, a change between them stands alone', () => {
  const seen = [
    entry('listNotes', '2026-03-03T09:04:00Z'),
    entry('getProfile', '2026-03-03T09:03:00Z'),
    entry('updateProfile', '2026-03-03T09:02:00Z', { changes: [{ field: 'mobile', before: '', after: '1' }] }),
    entry('getProfile', '2026-03-03T09:01:00Z'),
  ];
  expect(sizes(seen)).toEqual([2, 1, 1]);
});

test('another day, another person, another customer and a look that was refused are told apart', () => {
  const look = entry('getProfile', '2026-03-03T09:00:00Z');
  expect(sizes([look, entry('getProfile', '2026-03-02T09:00:00Z')])).toEqual([1, 1]);
  expect(sizes([look, { ...look, staff: { id: 'mo', name: 'Mo Manager', role: 'manager', email: null } }])).toEqual([
    1, 1,
  ]);
  const customerId = CustomerId.parse('cust_1');
  expect(sizes([look, { ...look, customerId }, { ...look, customerId }])).toEqual([1, 2]);
  expect(sizes([look, { ...look, result: 'refused' }])).toEqual([1, 1]);
  expect(sizes([entry('somethingNew', look.at), look])).toEqual([1, 1]);
});

test('what was looked at is named once, in the order it was opened', () => {
  const at = '2026-03-03T09:00:00Z';
  const looks = ['getProfile', 'listHistory', 'listNotes', 'getProfile'].map((action) => entry(action, at));
  expect(describeLooks(looks)).toBe('the profile, the notes and the history');
  expect(describeLooks([entry('listNotes', at)])).toBe('the notes');
});
