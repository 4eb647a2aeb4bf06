import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { sortByName } from './sort-by-name.ts';

const collator = new Intl.Collator('en-GB');
const name = fc.oneof(fc.constantFrom('', 'Adams', 'adams', 'Ådams', 'A\u030adams', 'O’Neil', ' Zoë '), fc.string());
const customers = fc.array(fc.record({ firstname: name, lastname: name }), { maxLength: 40 }).map((names) =>
  names.map((each, at) => ({
    ...each,
    id: CustomerId.parse(`cust_${at}`),
    type: 'customer' as const,
    email: '',
    mobile: '',
    archived: false,
  })),
);

/** Said plainly: no name last, then the collator, then as they came. */
function before(a: string, b: string): number {
  if (a.trim() === '' || b.trim() === '') return Number(a.trim() === '') - Number(b.trim() === '');
  return collator.compare(a.trim(), b.trim());
}

test('sorts by last and first name, as comparing all with each other would', () => {
  fc.assert(
    fc.property(customers, (list) => {
      const plain = list.toSorted((a, b) => before(a.lastname, b.lastname) || before(a.firstname, b.firstname));
      expect(sortByName(list)).toEqual(plain);
    }),
  );
});
