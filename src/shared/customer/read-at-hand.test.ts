import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { studioSettings } from '#contract/studio-settings.ts';
import { askAnewAbout } from '#shared/api/read-anew.ts';
import type { GatheredPurchases } from '#shared/bookings/gathered-purchases.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { readAtHand, takeFromPage } from './read-at-hand.ts';
import { JANE, makePass, makePurchase } from './record-fixtures.ts';
import { tabQueries } from './tab-queries.ts';

afterEach(() => vi.unstubAllGlobals());

function pageOf(data: object[], total = data.length) {
  return { answer: { data, total, page: 0, pageSize: 100 }, ageMs: 5_000 };
}

/** A gateway that keeps this. @returns the paths that it was asked for */
function keep(atHand: object) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(url.endsWith('/at-hand') ? Response.json(atHand) : new Response('{}', { status: 500 }));
  });
  return asked;
}

function ofJane(asked: string[]) {
  return asked.filter((url) => url !== studioSettings.getStudioSettings.path);
}

test('what the gateway keeps is in the page’s cache, as old as it is', async () => {
  const purchase = makePurchase(0);
  const asked = keep({
    passes: pageOf([makePass()]),
    purchases: pageOf([purchase], 150),
    noteCount: { answer: { total: 2 }, ageMs: 0 },
  });
  const client = new QueryClient();
  await readAtHand(client, JANE);
  const passes = client.getQueryState(tabQueries.passes(JANE).queryKey);
  expect(passes?.data).toMatchObject({ total: 1 });
  expect(Date.now() - (passes?.dataUpdatedAt ?? 0)).toBeGreaterThanOrEqual(5_000);
  expect(client.getQueryData(tabQueries.noteCount(JANE).queryKey)).toEqual({ total: 2 });
  // One page of two: the others are read from here on.
  expect(client.getQueryData<GatheredPurchases>(bookingQueries.gathered(JANE).queryKey)).toMatchObject({
    isComplete: false,
  });
  expect(client.getQueryData(tabQueries.subscriptions(JANE).queryKey)).toBeUndefined();
  // Known by now.
  await readAtHand(client, JANE);
  expect(ofJane(asked)).toEqual([`/api/customers/${JANE}/at-hand`]);
});

test('part of a tab is not taken for the whole, nor anything over what the page has read itself', async () => {
  keep({
    subscriptions: pageOf([{ unreadable: true, id: null, problems: [] }], 101),
    noteCount: { answer: { total: 2 }, ageMs: 0 },
  });
  const client = new QueryClient();
  client.setQueryData(tabQueries.noteCount(JANE).queryKey, { total: 3 });
  await readAtHand(client, JANE);
  expect(client.getQueryData(tabQueries.subscriptions(JANE).queryKey)).toBeUndefined();
  expect(client.getQueryData(tabQueries.noteCount(JANE).queryKey)).toEqual({ total: 3 });
});

test('a customer who may have been changed in Reservie is not shown from what is kept', async () => {
  const asked = keep({ passes: pageOf([makePass()]) });
  // Not Jane: tests share what is noted of her.
  const other = CustomerId.parse('cust_77');
  askAnewAbout(other);
  await readAtHand(new QueryClient(), other);
  expect(ofJane(asked)).toEqual([]);
});

function pageWith(text: string) {
  const elements = [{ textContent: text, remove: () => elements.pop() }];
  return { elements, getElementById: (id: string) => (id === 'customer-at-hand' ? (elements[0] ?? null) : null) };
}

describe('what came with the page', () => {
  const records = { passes: pageOf([makePass()]) };

  test('is taken once', () => {
    const client = new QueryClient();
    const page = pageWith(JSON.stringify({ customerId: JANE, records }));
    takeFromPage(client, JANE, page);
    expect(client.getQueryData(tabQueries.passes(JANE).queryKey)).toMatchObject({ total: 1 });
    expect(page.elements).toEqual([]);
    const other = new QueryClient();
    takeFromPage(other, JANE, page);
    expect(other.getQueryData(tabQueries.passes(JANE).queryKey)).toBeUndefined();
  });

  test.each([JSON.stringify({ customerId: 'cust_77', records }), '{}', '', '{"customerId"'])('is left: %s', (text) => {
    const client = new QueryClient();
    takeFromPage(client, JANE, pageWith(text));
    expect(client.getQueryCache().getAll()).toEqual([]);
  });
});
