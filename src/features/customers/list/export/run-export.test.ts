import { afterEach, expect, test, vi } from 'vitest';
import type { Customer } from '#contract/customer.ts';
import { call } from '#shared/api/call.ts';
import { notify } from '#shared/ui/notify.ts';
import { customer } from '../../directory/customer-fixture.ts';
import { takeFound } from '../rows/take-found.ts';
import { runExport } from './run-export.ts';

vi.mock('#shared/api/call.ts', () => ({ call: vi.fn<() => Promise<object>>(() => Promise.resolve({})) }));
vi.mock('#shared/ui/notify.ts', () => ({ notify: vi.fn<() => Promise<void>>(() => Promise.resolve()) }));
vi.mock('../rows/take-found.ts', () => ({ takeFound: vi.fn<typeof takeFound>() }));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

async function copyEmails(customers: Customer[]) {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  vi.mocked(takeFound).mockImplementation(async function* takeAll() {
    yield customers;
  });
  const what = customers.map(({ id }) => id);
  await runExport({ format: 'emails', what, filter: '', columns: [], firstSeen: new Map(), today: '2026-03-03' });
  return { written: writeText.mock.calls, said: vi.mocked(notify).mock.calls.map(([{ message }]) => message) };
}

test('says how many addresses were copied, where that is fewer than customers', async () => {
  const jane = customer('cust_1', 'Jane', 'Smith');
  const { written, said } = await copyEmails([jane, customer('cust_2', 'Al', 'Jones', { email: '' })]);
  expect(written).toEqual([[jane.email]]);
  expect(said).toEqual(['Copied: 1 address of 2 customers. This is in the history.']);
});

test('with no address at all the clipboard keeps what is in it, and nothing is recorded', async () => {
  const { written, said } = await copyEmails([customer('cust_2', 'Al', 'Jones', { email: '' })]);
  expect([written, vi.mocked(call).mock.calls]).toEqual([[], []]);
  expect(said).toEqual(['Nothing was exported. None of them has an e-mail address.']);
});
