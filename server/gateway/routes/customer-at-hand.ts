import { Appointment } from '#contract/appointment.ts';
import { ALL_TIME } from '#contract/booking.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { gateway } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import { Note } from '#contract/note.ts';
import { PassPurchase } from '#contract/pass.ts';
import { type Role, isAllowed } from '#contract/role.ts';
import { SubscriptionMandate } from '#contract/subscription.ts';
import type { CachedReads, Served } from '../reservie/cached-reads.ts';
import type { Routes } from './answer-read.ts';
import { purchasesRead } from './bookings.ts';
import { LARGEST_PAGE, tabRead, withoutNotes } from './customer-tabs.ts';

type Kept = Answer<typeof gateway.getCustomerAtHand>;

export function customerAtHandRoutes(reads: CachedReads): Routes<'getCustomerAtHand'> {
  return {
    getCustomerAtHand: ({ params }, { request }) => readCustomerAtHand(reads, params.customerId, request.staff?.role),
  };
}

/**
 * The pages that a customer's page opens with, from the cache alone: a pointer that crosses a list costs Reservie nothing.
 * People are not masked yet.
 */
export function readCustomerAtHand(reads: CachedReads, customerId: CustomerId, role: Role | undefined): Kept {
  const params = { customerId };
  const input = { params, query: { page: 0, pageSize: LARGEST_PAGE } };
  const purchases = purchasesRead({ params, query: { ...input.query, futureOnly: false, startDate: ALL_TIME } });
  const notes = tabRead('listNotes', Note, input);
  return {
    purchases: kept(reads.peek(purchases)),
    passes: kept(reads.peek(tabRead('listPassPurchases', PassPurchase, input))),
    subscriptions: kept(reads.peek(tabRead('listMandates', SubscriptionMandate, input))),
    appointments: kept(reads.peek(tabRead('listAppointments', Appointment, input)), withoutNotes),
    noteCount: isAllowed(role, 'desk') ? kept(reads.peek(notes), ({ total }) => ({ total })) : undefined,
  };
}

function kept<Value>(served: Served<Value> | undefined): { answer: Value; ageMs: number } | undefined;
function kept<Value, Shown>(
  served: Served<Value> | undefined,
  show: (value: Value) => Shown,
): { answer: Shown; ageMs: number } | undefined;
function kept<Value>(served: Served<Value> | undefined, show = (value: Value): unknown => value) {
  return served && { answer: show(served.value), ageMs: served.ageMs };
}
