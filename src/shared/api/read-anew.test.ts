import { afterEach, expect, test, vi } from 'vitest';
import { gateway } from '#contract/gateway.ts';
import { CustomerId } from '#contract/id.ts';
import { call } from './call.ts';
import { askAnewAbout } from './read-anew.ts';

// What is noted of a customer stays for as long as the process: no other test has these.
const jane = CustomerId.parse('cust_881');
const anne = CustomerId.parse('cust_882');

afterEach(() => vi.unstubAllGlobals());

/** How a read of passes went past what is kept: `reload`, or nothing. */
async function read(customerId: CustomerId, page: number, isAnswered = true) {
  const fetched = vi.fn<typeof fetch>(() =>
    isAnswered
      ? Promise.resolve(Response.json({ data: [], total: 0, page, pageSize: 100 }))
      : Promise.reject(new Error('offline')),
  );
  vi.stubGlobal('fetch', fetched);
  const asked = call(gateway.listPassPurchases, { params: { customerId }, query: { page, pageSize: 100 } });
  await (isAnswered ? asked : asked.catch(() => undefined));
  return fetched.mock.calls[0]?.[1]?.cache;
}

test('after a change in Reservie each read about the customer goes past what the gateway keeps, once', async () => {
  expect(await read(jane, 0)).toBeUndefined();
  askAnewAbout(jane);
  expect(await read(anne, 0)).toBeUndefined();
  expect(await read(jane, 0, false)).toBe('reload');
  expect(await read(jane, 0)).toBe('reload');
  expect(await read(jane, 0)).toBeUndefined();
  expect(await read(jane, 1)).toBe('reload');
  askAnewAbout(jane);
  expect(await read(jane, 0)).toBe('reload');
});
