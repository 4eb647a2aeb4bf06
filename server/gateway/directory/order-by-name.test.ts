import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderByName, reorder } from './order-by-name.ts';

const collator = new Intl.Collator('en-GB');
const name = fc.oneof(fc.constantFrom('', 'Adams', 'adams', 'Ådams', 'A\u030adams', 'O’Neil', ' Zoë '), fc.string());
const customers = fc.array(fc.record({ firstname: name, lastname: name }), { maxLength: 40 });

/** Said plainly: no name last, then the collator, then as they came. */
function before(a: string, b: string): number {
  if (a.trim() === '' || b.trim() === '') return Number(a.trim() === '') - Number(b.trim() === '');
  return collator.compare(a.trim(), b.trim());
}

test('orders by last and first name, as comparing all with each other would', () => {
  fc.assert(
    fc.property(customers, (list) => {
      const plain = list.toSorted((a, b) => before(a.lastname, b.lastname) || before(a.firstname, b.firstname));
      expect(Array.from(orderByName(list), (at) => list[at])).toEqual(plain);
    }),
  );
});

test('after some are named otherwise, the order is as if all had been sorted anew', () => {
  const renaming = fc.dictionary(fc.nat(39).map(String), fc.record({ firstname: name, lastname: name }));
  fc.assert(
    fc.property(customers, renaming, (list, renamed) => {
      const after = list.map((each, at) => renamed[at] ?? each);
      const places = new Set([...list.keys()].filter((at) => String(at) in renamed));
      expect(reorder(after, orderByName(list), places)).toEqual(orderByName(after));
    }),
  );
});
