import type { CustomerId } from '#contract/id.ts';
import { formatDate, formatDateTime } from '#shared/format/date-time.ts';
import { plural } from '#shared/format/number.ts';
import { personName } from '#contract/person-name.ts';
import { type BookingRow, attendeeOf } from '../history/booking-row.ts';
import { type Facet, type Reason, isForOther } from './explain-missing.ts';

const FACET_WORDS: Readonly<Record<Facet, string>> = {
  dates: 'the dates',
  when: 'upcoming or past',
  state: 'the state',
  paid: 'the payment',
  class: 'the class',
  for: 'for whom it is',
};

/** One answer in a sentence. */
export function describeReason(reason: Reason, customerId: CustomerId): string {
  switch (reason.kind) {
    case 'shown':
      return `${nameOf(reason.row)} is in the list${stateOf(reason.row, customerId)}.`;
    case 'hidden':
      return `${nameOf(reason.row)} is there${stateOf(reason.row, customerId)}, but hidden by the filter: ${reason.facets.map((facet) => FACET_WORDS[facet]).join(', ')}.`;
    case 'other-date':
      return `${nameOf(reason.row)} was bought on these days (${formatDate(reason.row.purchaseDay)}), but its class is on another${stateOf(reason.row, customerId)}.`;
    case 'other-day':
      return `No such class on these days; the nearest is ${nameOf(reason.row)}${stateOf(reason.row, customerId)}.`;
    case 'unread':
      return 'Not all purchases have been read yet: it may be among the others.';
    case 'unreadable':
      return `${plural(reason.count, 'purchase')} could not be read: it may be in there. Look in Reservie.`;
    case 'archived':
      return 'This profile is archived: the customer may have booked with another one since.';
    case 'twins':
      return `${plural(reason.count, 'other profile')} ${reason.count === 1 ? 'has' : 'have'} the same name or number: the booking may be there.`;
    case 'not-told':
      return 'In all purchases since 2000 there is no such booking, so no time window hides it. Reservie’s API does not tell of waiting lists, of payments that were never finished, nor of what was booked with an address that is no customer: look there in Reservie.';
  }
}

function nameOf({ booking: { event } }: BookingRow): string {
  return `${event.name}, ${formatDateTime(event.date.datetime)},`;
}

/** ", cancelled and refunded, for John Smith": what makes it look as if it were not there. */
function stateOf(row: BookingRow, customerId: CustomerId): string {
  const { is_cancelled, is_refunded, purchased_by } = row.booking;
  const states = [is_cancelled && 'cancelled', is_refunded && 'refunded'].filter((word) => word !== false);
  const parts = [
    states.join(' and '),
    isForOther(row, customerId) ? `for ${personName(attendeeOf(row.booking))}` : '',
    purchased_by.id === customerId ? '' : `bought by ${personName(purchased_by)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
