import { expect, test } from 'vitest';
import { customer } from './customer-fixture.ts';
import type { DirectoryQuery } from './directory-protocol.ts';
import { SearchIndex, loadMatching } from './search-index.ts';

const JANE = customer('cust_123', 'Jane', 'Smith', { email: 'jane@example.com', mobile: '07700 900123' });
const PEOPLE = [
  JANE,
  customer('cust_456', 'John', 'Smith', { email: 'j.smith@work.test', mobile: '+447700900456' }),
  customer('cust_7', 'Łucja', 'Kowalska', { email: 'lucja@example.com', mobile: '+48 512 345 678' }),
  customer('cust_8', 'Anne-Marie', 'O’Brien', { archived: true }),
  customer('cust_9', 'Sam', '', { email: 'family@example.com' }),
  customer('cust_171234', '', 'Ærø'),
];
await loadMatching();
const index = new SearchIndex(PEOPLE);

function search(q: string, more: Partial<DirectoryQuery> = {}, among = index) {
  const result = among.run({ q, status: 'all', sort: 'match', direction: 'asc', ...more });
  return among
    .rows(result, 0, 100)
    .map((row) => ({ id: row.customer.id.slice(5), reason: row.reason, marks: row.marks }));
}

function found(q: string, among = index): string[] {
  return search(q, {}, among).map(({ id }) => id);
}

test.each([
  ['jane smith', ['123']],
  ['smith ja', ['123']],
  ['SMI', ['123', '456']],
  ['lucja', ['7']],
  ['annemarie', ['8']],
  ['o’brien anne', ['8']],
  ["o'brien", ['8']],
  ['aero', ['171234']],
])('finds %s by name', (q, ids) => {
  expect(found(q)).toEqual(ids);
});

test('what an address has in its middle comes before names that are only similar', () => {
  expect(search('mith').map(({ id, reason }) => [id, reason])).toEqual([
    ['456', 'email'],
    ['123', 'spelling'],
  ]);
  expect(found('mit')).toEqual(['456']);
});

test.each(['07700 900123', '+447700900123', '0123', '7700 900 123', '00447700900123'])('finds %s by mobile', (q) => {
  expect(search(q).map(({ id, reason }) => [id, reason])).toEqual([['123', 'mobile']]);
});

test('finds by part of the e-mail address, and says so', () => {
  expect(search('work.test').map(({ id, reason }) => [id, reason])).toEqual([['456', 'email']]);
});

test('finds by id, with or without its prefix', () => {
  expect(search('cust_12').map(({ id, reason }) => [id, reason])).toEqual([['123', 'id']]);
  expect(search('171234').map(({ id, reason }) => [id, reason])).toEqual([['171234', 'id']]);
});

test('forgives one typo only when nothing else is found', () => {
  expect(search('kowlaska').map(({ id, reason }) => [id, reason])).toEqual([['7', 'spelling']]);
  expect(search('jane smoth').map(({ id, reason }) => [id, reason])).toEqual([['123', 'spelling']]);
  expect(search('kwoalksa').map(({ id, reason }) => [id, reason])).toEqual([['7', 'spelling']]);
  expect(found('kwlosaka')).toEqual([]);
});

test('gives the same answer typed letter by letter as at once', () => {
  for (const q of [
    'jane@example.com',
    'smith j',
    '07700900',
    '+44 7700',
    'o’brien',
    'cust_171234',
    '171234',
    '447700900',
  ]) {
    const typed = new SearchIndex(PEOPLE);
    for (let length = 1; length < q.length; length++) search(q.slice(0, length), {}, typed);
    expect(search(q, {}, typed), q).toEqual(search(q, {}, new SearchIndex(PEOPLE)));
  }
});

test('counts who matches under each status', () => {
  const result = index.run({ q: 'ann', status: 'active', sort: 'name', direction: 'asc' });
  expect(result.counts).toEqual({ active: 0, archived: 1, all: 1 });
  expect(result.places).toHaveLength(0);
});

test('sorts by last name, then first name, and leaves those without at the end in both directions', () => {
  expect(found('')).toEqual(['171234', '7', '8', '123', '456', '9']);
  expect(search('', { direction: 'desc' }).map(({ id }) => id)).toEqual(['456', '123', '8', '7', '171234', '9']);
  expect(search('', { sort: 'mobile' }).map(({ id }) => id)).toEqual(['7', '123', '456', '171234', '8', '9']);
  expect(search('', { sort: 'status', direction: 'desc' })[0]?.id).toBe('8');
});

test('marks what was found', () => {
  expect(search('smith jan')[0]?.marks.name).toEqual([
    [0, 3],
    [5, 10],
  ]);
  expect(search('lucj')[0]?.marks.name).toEqual([[0, 4]]);
  expect(search('900 123')[0]?.marks.mobile).toEqual([[6, 12]]);
  expect(search('work')[0]?.marks.email).toEqual([[8, 12]]);
});

test('what was saved is found by its new values and no longer by the old ones', () => {
  const changed = new SearchIndex(PEOPLE);
  changed.put({ ...JANE, lastname: 'Ábel', mobile: '' });
  expect(search('abel', {}, changed).map(({ id }) => id)).toEqual(['123']);
  expect(search('900123', {}, changed)).toEqual([]);
  expect(search('', {}, changed)[0]?.id).toBe('123');
});

test('a whole surname comes before the same word in a compound', () => {
  const smiths = new SearchIndex([
    customer('cust_1', 'Ada', 'Miller-Smith'),
    customer('cust_2', 'Bea', 'Smith Jones'),
    customer('cust_3', 'Cleo', 'Smith'),
    customer('cust_4', 'Smith', 'Zander'),
    customer('cust_5', 'Dora', 'Smithers'),
  ]);
  expect(search('smith', {}, smiths).map(({ id }) => id)).toEqual(['3', '4', '1', '2', '5']);
});

test('who was opened lately comes first among equals, from the next search on', () => {
  const smiths = new SearchIndex([customer('cust_1', 'Ada', 'Smith'), customer('cust_2', 'Bea', 'Smith')]);
  const ids = (q: string) => search(q, {}, smiths).map(({ id }) => id);
  expect(ids('smith')).toEqual(['1', '2']);
  smiths.lift([customer('cust_2', 'Bea', 'Smith').id]);
  // On a return the rows stand where they stood.
  expect(ids('smith')).toEqual(['1', '2']);
  expect(ids('smit')).toEqual(['2', '1']);
  expect(ids('ada')).toEqual(['1']);
});

test('those who are equal keep their order when the list changes or is read anew, until the search changes', () => {
  const people = [customer('cust_1', 'Ada', 'Smith'), customer('cust_2', 'Bea', 'Smith')];
  const [, bea] = people;
  const shown = new SearchIndex(people);
  found('smith', shown);
  shown.lift(bea ? [bea.id] : []);
  shown.put(customer('cust_3', 'Cleo', 'Smith'));
  expect(found('smith', shown)).toEqual(['1', '2', '3']);
  const anew = new SearchIndex(people);
  anew.lift(bea ? [bea.id] : []);
  anew.liftAs(shown);
  expect(found('smith', anew)).toEqual(['1', '2']);
  expect(found('smit', anew)).toEqual(['2', '1']);
});

test('a list stands as it came, by name at the latest when there is time for it', () => {
  const list = new SearchIndex([]);
  list.arrive([customer('cust_2', 'Bo', 'Young'), customer('cust_1', 'Al', 'Archer')]);
  expect(search('', { sort: 'name' }, list).map(({ id }) => id)).toEqual(['2', '1']);
  expect(search('', { sort: 'name', direction: 'desc' }, list).map(({ id }) => id)).toEqual(['2', '1']);
  expect(search('', { sort: 'firstname' }, list).map(({ id }) => id)).toEqual(['1', '2']);
  for (const _ of list.warmUp()) continue;
  expect(search('', { sort: 'name' }, list).map(({ id }) => id)).toEqual(['1', '2']);
});

test('a list in which a name was changed stands by name', () => {
  const list = new SearchIndex([]);
  list.arrive([customer('cust_1', 'Al', 'Archer'), customer('cust_2', 'Bo', 'Young')]);
  list.put(customer('cust_1', 'Al', 'Zimmer'));
  expect(search('', { sort: 'name' }, list).map(({ id }) => id)).toEqual(['2', '1']);
  list.arrive([customer('cust_3', 'Cy', 'Zola')]);
  expect(search('', { sort: 'name' }, list).map(({ id }) => id)).toEqual(['2', '1', '3']);
});

test('a query that was counted is counted again after a change', () => {
  const list = new SearchIndex(PEOPLE);
  const smiths: DirectoryQuery = { q: 'smith', status: 'all', sort: 'match', direction: 'asc' };
  expect([list.count(smiths), list.count(smiths)]).toEqual([2, 2]);
  list.put({ ...JANE, lastname: 'Jones' });
  expect(list.count(smiths)).toBe(1);
});
