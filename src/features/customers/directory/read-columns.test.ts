import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Customer } from '#contract/customer.ts';
import { gateway } from '#contract/gateway.ts';
import { ContractError, HttpError, NetworkError } from '#shared/api/errors.ts';
import { customer } from './customer-fixture.ts';
import { ColumnsReader, type ListHead } from './read-columns.ts';
import { readRefusal } from './read-refusal.ts';

const JANE = customer('cust_123', 'Jane', 'Smith', { mobile: '07700 900123' });
const OLD = customer('cust_8', 'Öld', 'Friend\n"]}', { archived: true });
const HEAD = {
  unreadable: [{ unreadable: true as const, id: null, problems: ['email'] }],
  asOf: '2026-03-03T14:02:00Z',
  total: 3,
};
const BLOCK = {
  id: ['cust_123', 'cust_8'],
  firstname: [JANE.firstname, OLD.firstname],
  lastname: [JANE.lastname, OLD.lastname],
  email: [JANE.email, OLD.email],
  mobile: [JANE.mobile, OLD.mobile],
  archived: [1],
};
const ONE = { id: ['cust_9'], firstname: ['A'], lastname: ['B'], email: [''], mobile: [''], archived: [] };

/** As the gateway writes it. */
function write(head: object, blocks: readonly object[]): string {
  const lines = blocks.map((block) => JSON.stringify(block)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"blocks":[\n${lines}\n]}\n`;
}

function read(pieces: readonly string[]): { head: ListHead | undefined; customers: Customer[] } {
  const heard: { head: ListHead | undefined; customers: Customer[] } = { head: undefined, customers: [] };
  const reader = new ColumnsReader({
    onHead: (head) => (heard.head = head),
    onCustomers: (customers) => heard.customers.push(...customers),
  });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return heard;
}

test('takes what the contract takes, in whatever pieces it comes', () => {
  const text = write(HEAD, [BLOCK, ONE]);
  expect(gateway.listCustomerColumns.answer.safeParse(JSON.parse(text)).success).toBe(true);
  fc.assert(
    fc.property(fc.array(fc.nat(text.length)), (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      const heard = read(at.slice(1).map((to, place) => text.slice(at[place], to)));
      expect(heard.head).toEqual(HEAD);
      expect(heard.customers).toMatchObject([JANE, OLD, { id: 'cust_9', archived: false }]);
    }),
  );
});

test('a list without customers is a list', () => {
  expect(read([write({ ...HEAD, total: 0 }, [])]).customers).toEqual([]);
});

test('a list that breaks off says so after what has arrived', () => {
  const text = write(HEAD, [BLOCK, ONE]);
  for (let length = 0; length < text.length - 2; length += 1) {
    expect(() => read([text.slice(0, length)])).toThrow(ContractError);
  }
  expect(() => read([write({ ...HEAD, total: 4 }, [BLOCK, ONE])])).toThrow(ContractError);
});

test.each([
  ['nothing', 'null'],
  ['a page of HTML', '<!doctype html>'],
  ['no moment', write({ ...HEAD, asOf: 'yesterday' }, [BLOCK, ONE])],
  ['unreadable rows of another shape', write({ ...HEAD, unreadable: [{ id: 'cust_1' }] }, [BLOCK, ONE])],
  ['an id of something else', write(HEAD, [{ ...BLOCK, id: ['cust_123', 'txn_1'] }, ONE])],
  ...Object.keys(BLOCK).flatMap((column): [string, string][] => [
    [`customers without ${column}`, write(HEAD, [{ ...BLOCK, [column]: undefined }, ONE])],
    [`customers with nothing for ${column}`, write(HEAD, [{ ...BLOCK, [column]: [null, null] }, ONE])],
  ]),
  ['a column that is too short', write(HEAD, [{ ...BLOCK, email: ['a@example.com'] }, ONE])],
])('refuses %s', (_, text) => {
  expect(() => read([text])).toThrow(ContractError);
});

test('an error in our shape stays what it is', () => {
  const body = { code: 'missing_scope', message: 'No', requestId: 'r1', scope: 'customers:read' };
  expect(readRefusal(403, JSON.stringify(body))).toBeInstanceOf(HttpError);
  expect(readRefusal(403, '{"error":"no"}')).toBeInstanceOf(ContractError);
  expect(readRefusal(502, '<html>')).toBeInstanceOf(NetworkError);
  expect(readRefusal(500, '<html>')).toBeInstanceOf(ContractError);
});
