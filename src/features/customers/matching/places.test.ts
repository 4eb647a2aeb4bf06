import { assert, oneof, property, nat, string, array, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { Places } from './places.ts';

test('knows where each id stands, whatever it looks like', () => {
  const id = oneof(
    nat(2_000_000).map((number) => `cust_${number}`),
    nat(20).map((number) => `cust_${String(number).padStart(3, '0')}`),
    string().map((text) => `cust_${text}`),
    string(),
  );
  assert(
    property(array(tuple(id, nat(1_000_000))), id, (entries, other) => {
      const places = new Places();
      const map = new Map<string, number>();
      for (const [each, place] of entries) {
        places.set(each, place);
        map.set(each, place);
      }
      for (const each of [other, ...map.keys()]) expect(places.get(each)).toBe(map.get(each));
    }),
  );
});

test.each(['cust_', 'cust_0', 'cust_007', 'cust_7', 'cust_999999', 'cust_1000000', 'cust_7x', 'cust_١'])(
  '%s is an id of its own',
  (id) => {
    const places = new Places();
    for (const other of ['cust_7', 'cust_07', 'cust_1', 'cust_99999']) if (other !== id) places.set(other, 1);
    expect(places.get(id)).toBeUndefined();
    places.set(id, 0);
    expect(places.get(id)).toBe(0);
  },
);
