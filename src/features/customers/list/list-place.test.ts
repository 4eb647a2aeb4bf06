import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { type ListPlace, ListPlaces, type PlaceStore } from './list-place.ts';

const [JANE, JOHN] = [CustomerId.parse('cust_1'), CustomerId.parse('cust_2')];
const PLACE: ListPlace = { search: { q: 'smith' }, total: 15, customerId: JANE, index: 451, scrollY: 9_000 };

function storeOf(start?: string): PlaceStore & { content: () => string | null } {
  let text = start ?? null;
  return {
    getItem: () => text,
    setItem: (_, value) => (text = value),
    removeItem: () => (text = null),
    content: () => text,
  };
}

test('a place belongs to its history entry, and outlives a reload', () => {
  const store = storeOf();
  new ListPlaces(store).leave('a', PLACE);
  const reloaded = new ListPlaces(store);
  expect(reloaded.placeOf('a')).toEqual(PLACE);
  expect(reloaded.originOf(JANE)).toEqual({ search: { q: 'smith' }, total: 15, entry: 'a' });
  expect(reloaded.placeOf('b')).toBeUndefined();
  expect(reloaded.placeOf(undefined)).toBeUndefined();
  expect(reloaded.originOf(JOHN)).toBeUndefined();
});

test('two lists in one tab keep two places', () => {
  const places = new ListPlaces(storeOf());
  places.leave('a', PLACE);
  places.leave('b', { ...PLACE, search: { q: 'jones' }, customerId: JOHN });
  expect(places.originOf(JANE)?.search).toEqual({ q: 'smith' });
  expect(places.originOf(JOHN)?.search).toEqual({ q: 'jones' });
});

test('a step to the next customer takes the place along', () => {
  const places = new ListPlaces(storeOf());
  places.leave('a', PLACE);
  places.step(JANE, JOHN, 452);
  expect(places.originOf(JOHN)).toMatchObject({ search: { q: 'smith' }, entry: 'a' });
  expect(places.placeOf('a')).toMatchObject({ customerId: JOHN, index: 452 });
  places.step(CustomerId.parse('cust_9'), JANE, 1);
  expect(places.placeOf('a')).toMatchObject({ customerId: JOHN });
});

test('who signs in next finds nothing', () => {
  const store = storeOf();
  const places = new ListPlaces(store);
  places.leave('a', PLACE);
  places.forget();
  expect(places.placeOf('a')).toBeUndefined();
  expect(store.content()).toBeNull();
});

test.each([
  'no JSON',
  'null',
  '[]',
  '{"places":{}}',
  '{"places":[["a",null],["b",{"search":1}],[3,{}]],"origins":[["no-one","a"],["cust_1",5]]}',
  '{"places":[["a",{"search":{},"total":"1","customerId":"cust_1","index":0,"scrollY":0}]]}',
])('what is not ours in the storage is as if it were not there: %s', (text) => {
  const places = new ListPlaces(storeOf(text));
  expect(places.placeOf('a')).toBeUndefined();
  expect(places.originOf(JANE)).toBeUndefined();
});

test('a storage that refuses costs nothing but the reload', () => {
  const places = new ListPlaces({
    getItem: () => null,
    removeItem: () => undefined,
    setItem: () => {
      throw new Error('full');
    },
  });
  places.leave('a', PLACE);
  expect(places.placeOf('a')).toEqual(PLACE);
  for (let at = 0; at < 60; at += 1) places.leave(`entry ${at}`, PLACE);
  expect(places.placeOf('a')).toBeUndefined();
});
