import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { customer } from '../directory/customer-fixture.ts';
import { type PaletteParts, arrangeItems, idsAtHand } from './palette-items.ts';

const PARTS: PaletteParts = {
  q: '',
  customers: [customer('cust_1', 'Jane', 'Smith')],
  isOutdated: false,
  views: [{ id: 'v1', name: 'Teachers', search: 'q=teacher', isShared: false, isOwn: true, by: 'Dee' }],
  screens: [
    { label: 'Settings', run: () => undefined },
    { label: 'Duplicates', run: () => undefined },
  ],
  actions: [{ label: 'Pin this customer', run: () => undefined }],
  tabs: [{ label: 'Bookings', run: () => undefined }],
};

function labels(parts: Partial<PaletteParts>): Record<string, string[]> {
  const groups = arrangeItems({ ...PARTS, ...parts });
  return Object.fromEntries(groups.map(({ label, items }) => [label, items.map((item) => item.label)]));
}

test('before anything is typed it offers whom one had at hand, and everything else', () => {
  expect(labels({})).toEqual({
    'Pinned and recent': ['Jane Smith'],
    'This customer': ['Pin this customer'],
    'Go to': ['Bookings'],
    Views: ['Teachers', 'No mobile', 'E-mail looks wrong', 'New in 30 days'],
    Screens: ['Settings', 'Duplicates'],
  });
});

test('what is typed narrows all of it, and can be searched for in the list', () => {
  expect(labels({ q: 'Du' })).toEqual({
    Customers: ['Jane Smith'],
    Screens: ['Duplicates'],
    Search: ['Show all customers found for “Du”'],
  });
  expect(labels({ q: ' mob no ', customers: [] })).toMatchObject({ Views: ['No mobile'] });
});

test('that no customer was found is said once it is known', () => {
  const parts = { q: 'zzz', customers: [] };
  expect(labels(parts)).toEqual({ 'No customer found': ['Search the list for “zzz”'] });
  expect(labels({ ...parts, isOutdated: true })).toEqual({ Search: ['Show all customers found for “zzz”'] });
});

test('no key stands twice', () => {
  const keys = arrangeItems({ ...PARTS, actions: PARTS.screens }).flatMap(({ items }) => items.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
});

test('pinned customers come before recent ones, and none twice', () => {
  const [a, b, c] = ['cust_a', 'cust_b', 'cust_c'].map((id) => CustomerId.parse(id)) as [
    CustomerId,
    CustomerId,
    CustomerId,
  ];
  expect(idsAtHand([b], [a, b, c], 2)).toEqual([b, a]);
});
