import { expect, test } from 'vitest';
import { gateway } from '#contract/gateway.ts';
import { ContractError, HttpError } from '#shared/api/errors.ts';
import { customer } from './customer-fixture.ts';
import { readDirectory } from './read-directory.ts';

const JANE = customer('cust_123', 'Jane', 'Smith');
const LIST = {
  data: [JANE],
  unreadable: [{ unreadable: true, id: null, problems: ['email'] }],
  asOf: '2026-03-03T14:02:00Z',
};

test('takes what the contract takes', () => {
  expect(gateway.listCustomers.answer.safeParse(LIST).success).toBe(true);
  expect(readDirectory(200, LIST)).toEqual(LIST);
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['no customers', { ...LIST, data: undefined }],
  ['no moment', { ...LIST, asOf: 'yesterday' }],
  ['unreadable rows of another shape', { ...LIST, unreadable: [{ id: 'cust_1' }] }],
  ['an id of something else', { ...LIST, data: [{ ...JANE, id: 'txn_1' }] }],
  ...['id', 'firstname', 'lastname', 'email', 'mobile', 'archived'].flatMap((field): [string, unknown][] => [
    [`a customer without ${field}`, { ...LIST, data: [JANE, { ...JANE, [field]: undefined }] }],
    [`a customer with a number for ${field}`, { ...LIST, data: [{ ...JANE, [field]: 7 }] }],
  ]),
])('refuses %s, as the contract does', (_, json) => {
  expect(gateway.listCustomers.answer.safeParse(json).success).toBe(false);
  expect(() => readDirectory(200, json)).toThrow(ContractError);
});

test('an error in our shape stays what it is', () => {
  const body = { code: 'missing_scope', message: 'No', requestId: 'r1', scope: 'customers:read' };
  expect(() => readDirectory(403, body)).toThrow(HttpError);
  expect(() => readDirectory(403, { error: 'no' })).toThrow(ContractError);
});
