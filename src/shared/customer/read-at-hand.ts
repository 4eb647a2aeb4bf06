import { type QueryClient, type QueryKey, noop } from '@tanstack/react-query';
import { CUSTOMER_OF_PAGE_ID, CustomerOfPage } from '#contract/at-hand.ts';
import { type CustomerAtHand, gateway } from '#contract/gateway.ts';
import { toUrl } from '#contract/endpoint.ts';
import type { CustomerId } from '#contract/id.ts';
import { call } from '#shared/api/call.ts';
import { isToAskAnew } from '#shared/api/read-anew.ts';
import { studioSettingsQuery } from '#shared/api/studio-settings.ts';
import { assemblePages } from '#shared/bookings/gathered-purchases.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { tabQueries } from './tab-queries.ts';

/**
 * Takes over what the gateway keeps of a customer whose row a pointer or the focus rests on, in one request that costs
 * Reservie nothing. What was written about them is not in it: a pointer that passes by has not looked.
 */
export async function readAtHand(queryClient: QueryClient, customerId: CustomerId): Promise<void> {
  const params = { customerId };
  const isKnown = queryClient.getQueryData(tabQueries.passes(customerId).queryKey) !== undefined;
  if (isKnown || isToAskAnew(toUrl(gateway.getCustomerAtHand.path, params))) return;
  // What the studio means by soon and low.
  queryClient.query(studioSettingsQuery).catch(noop);
  const atHand = await call(gateway.getCustomerAtHand, { params }, { meta: { isAhead: true } }).catch(noop);
  if (atHand) takeOver(queryClient, customerId, atHand);
}

/** As much of a document as is needed here. */
interface PageWithData {
  getElementById: (id: string) => { textContent: string; remove: () => void } | null;
}

/** The same, where the gateway put it into the page that is being opened. It is taken once. */
export function takeFromPage(queryClient: QueryClient, customerId: CustomerId, page: PageWithData = document): void {
  const element = page.getElementById(CUSTOMER_OF_PAGE_ID);
  if (!element) return;
  element.remove();
  const customer = CustomerOfPage.safeParse(parseJson(element.textContent));
  if (customer.success && customer.data.customerId === customerId) {
    takeOver(queryClient, customerId, customer.data.records);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function takeOver(queryClient: QueryClient, customerId: CustomerId, atHand: CustomerAtHand): void {
  const { purchases, passes, subscriptions, appointments, noteCount } = atHand;
  if (purchases) {
    const readAt = Date.now() - purchases.ageMs;
    const pages = new Map([[0, { page: purchases.answer, readAt }]]);
    take(bookingQueries.gathered(customerId).queryKey, assemblePages(pages), purchases.ageMs);
  }
  takeTab(tabQueries.passes(customerId).queryKey, passes);
  takeTab(tabQueries.subscriptions(customerId).queryKey, subscriptions);
  takeTab(tabQueries.appointmentSummary(customerId).queryKey, appointments);
  if (noteCount) take(tabQueries.noteCount(customerId).queryKey, noteCount.answer, noteCount.ageMs);

  /** Only a whole tab: its query reads the pages after the first. */
  function takeTab(key: QueryKey, tab: { answer: { data: unknown[]; total: number }; ageMs: number } | undefined) {
    if (tab && tab.answer.data.length >= tab.answer.total) take(key, tab.answer, tab.ageMs);
  }
  /** What the page has read itself is newer. */
  function take(key: QueryKey, value: unknown, ageMs: number) {
    if (queryClient.getQueryState(key)?.data !== undefined || queryClient.isFetching({ queryKey: key }) > 0) return;
    queryClient.setQueryData(key, value, { updatedAt: Date.now() - ageMs });
  }
}
