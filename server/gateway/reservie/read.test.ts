import { expect, test } from 'vitest';
import { Transaction } from '#contract/booking.ts';
import { Note } from '#contract/note.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { TolerantCustomer, readList, readOne, readPage } from './read.ts';

const NOTE = {
  id: 'note_1',
  type: 'note',
  content: 'Bad knee',
  created_by: 'Ana',
  created_at: '2026-01-01T09:00:00',
  updated_at: '2026-01-01T09:00:00',
};
const ASKED = { page: 3, pageSize: 30 };

test('a row that does not fit stands in its place, without its values', () => {
  const json = {
    data: [NOTE, { ...NOTE, id: 'note_2', content: 5 }, 'Bad knee', null],
    total: 4,
    page: 0,
    pageSize: 4,
  };
  expect(readPage(Note, json, ASKED)).toEqual({
    data: [
      NOTE,
      { unreadable: true, id: 'note_2', problems: ['content'] },
      { unreadable: true, id: null, problems: ['row'] },
      { unreadable: true, id: null, problems: ['row'] },
    ],
    total: 4,
    page: 0,
    pageSize: 4,
  });
});

test('an id is repeated only if it looks like one', async () => {
  const [row] = await readList(Note, { data: [{ id: 'jane@example.com' }] });
  expect(row).toMatchObject({ unreadable: true, id: null });
});

test('names the path of a fault deep inside a row', () => {
  const json = {
    data: [{ id: 'txn_1', type: 'event-booking', purchase_date: '2026-01-01T09:00:00', bookings: [{}] }],
    total: 1,
  };
  const [row] = readPage(Transaction, json, ASKED).data;
  expect(row).toMatchObject({
    id: 'txn_1',
    problems: expect.arrayContaining(['bookings.0.id', 'bookings.0.event']) as unknown,
  });
});

test('page and page size are those asked for when the answer leaves them out', () => {
  expect(readPage(Note, { data: [], total: 0 }, ASKED)).toEqual({ data: [], total: 0, ...ASKED });
});

test.each([
  ['a list that is none', { data: {}, total: 1 }],
  ['no list', { total: 1 }],
  ['a total that is no number', { data: [], total: '1' }],
  ['no total', { data: [] }],
  ['a bare list', []],
  ['null', null],
])('%s makes the page unreadable', (_, json) => {
  expect(() => readPage(Note, json, ASKED)).toThrow('Reservie’s answer could not be read');
});

test('a single record that does not fit names its paths, never its values', () => {
  expect(() => readOne(Note, { data: { ...NOTE, created_by: 7 } })).toThrow(/read \(created_by\)\.$/);
});

test.each([[{ mobile: null }], [{}]])('no mobile reads as an empty one: %j', async (mobile) => {
  const { mobile: _, ...rest } = JANE;
  const row = { ...rest, archived: true, ...mobile };
  expect(await readList(TolerantCustomer, { data: [row] })).toEqual([{ ...rest, archived: true, mobile: '' }]);
});

test('a mobile of the wrong type is a fault', async () => {
  const row = { ...JANE, archived: false, mobile: 7700900123 };
  expect(await readList(TolerantCustomer, { data: [row] })).toMatchObject([{ unreadable: true, problems: ['mobile'] }]);
});
