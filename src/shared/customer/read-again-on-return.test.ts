import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { isToAskAnew } from '#shared/api/read-anew.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { studioQuery } from '#shared/api/studio.ts';
import { readAgainOnReturn } from './read-again-on-return.ts';
import { tabQueries } from './tab-queries.ts';

const jane = CustomerId.parse('cust_883');
const anne = CustomerId.parse('cust_884');
const ABOUT_JANE: QueryKey[] = [tabQueries.passes(jane).queryKey, bookingQueries.gathered(jane).queryKey];
const OTHERS: QueryKey[] = [tabQueries.passes(anne).queryKey, studioQuery.queryKey];

const page = { visibilityState: 'visible' };

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', page);
});

afterEach(() => {
  page.visibilityState = 'visible';
  vi.unstubAllGlobals();
});

function open() {
  const queryClient = new QueryClient();
  for (const key of [...ABOUT_JANE, ...OTHERS]) queryClient.setQueryData(key, 'known');
  const isOld = (key: readonly unknown[]) => queryClient.getQueryState(key)?.isInvalidated;
  return { queryClient, isOld };
}

test('coming back reads again what is about the customer, and past what the gateway keeps', () => {
  const { queryClient, isOld } = open();
  window.dispatchEvent(new Event('focus'));
  readAgainOnReturn(queryClient, jane);
  expect(ABOUT_JANE.map(isOld)).toEqual([false, false]);
  expect(isToAskAnew('/api/customers/cust_883/passes?page=0')).toBe(false);
  window.dispatchEvent(new Event('focus'));
  expect(ABOUT_JANE.map(isOld)).toEqual([true, true]);
  expect(OTHERS.map(isOld)).toEqual([false, false]);
  expect(isToAskAnew('/api/customers/cust_883/passes?page=0')).toBe(true);
});

test('once, and not while the page is still hidden', () => {
  const { queryClient, isOld } = open();
  readAgainOnReturn(queryClient, jane);
  page.visibilityState = 'hidden';
  window.dispatchEvent(new Event('visibilitychange'));
  expect(ABOUT_JANE.map(isOld)).toEqual([false, false]);
  page.visibilityState = 'visible';
  window.dispatchEvent(new Event('visibilitychange'));
  expect(ABOUT_JANE.map(isOld)).toEqual([true, true]);
  for (const key of ABOUT_JANE) queryClient.setQueryData(key, 'anew');
  window.dispatchEvent(new Event('focus'));
  expect(ABOUT_JANE.map(isOld)).toEqual([false, false]);
});
