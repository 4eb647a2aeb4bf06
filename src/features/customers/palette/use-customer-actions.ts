import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { type UnreadableRow, isUnreadable } from '#contract/page.ts';
import { isAllowed } from '#contract/role.ts';
import { describeError } from '#shared/api/describe-error.ts';
import { reservieLink } from '#shared/text/contact-links.ts';
import { useSession } from '#shared/api/session.ts';
import { useStudio } from '#shared/api/studio.ts';
import { classBookings, upcomingBookings } from '#shared/bookings/class-bookings.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { gatewayTime } from '#shared/format/gateway-clock.ts';
import { personName } from '#contract/person-name.ts';
import { notify } from '#shared/ui/notify.ts';
import { shortcutQueries, setPinned } from '../shortcuts/shortcut-queries.ts';
import { useKnownCustomer } from '../directory/known-customer.tsx';
import { readOutText, summariseSubscriptions } from '../summary/summary-rules.ts';
import { customerActions } from './customer-actions.ts';
import type { Command } from './palette-items.ts';

/** What can be done with the customer whose page is open; nothing on other pages. */
export function useCustomerActions(customerId: CustomerId | undefined, onEdit: () => void): Command[] {
  const queryClient = useQueryClient();
  const customer = useKnownCustomer(customerId);
  const { role } = useSession();
  const { timeZone, links } = useStudio();
  const { data: shortcuts } = useQuery(shortcutQueries.all);
  if (!customer) return [];
  const actions = customerActions({
    customer,
    isPinned: shortcuts?.pinned.includes(customer.id) ?? false,
    mayEdit: isAllowed(role, 'desk'),
    inReservie: reservieLink(links.customer, { customerId: customer.id }),
    summary: summaryAtHand(queryClient, customer, timeZone),
    copy: (text) => navigator.clipboard.writeText(text),
    pin: (isPinned) => setPinned(queryClient, customer.id, isPinned),
    edit: onEdit,
    open: (address) => void window.open(address, '_blank', 'noopener'),
  });
  return actions.map(({ label, run }) => ({ label, run: () => void tell(run) }));
}

async function tell(run: () => Promise<string | undefined> | undefined): Promise<void> {
  try {
    const message = await run();
    if (message !== undefined) await notify({ message, color: 'good' });
  } catch (error) {
    const isRefused = error instanceof DOMException;
    const message = isRefused ? 'The browser does not allow copying.' : describeError(error).title;
    await notify({ message, color: 'bad' });
  }
}

/** From what the customer’s page has read already: no call is made for it. */
function summaryAtHand(queryClient: QueryClient, customer: Customer, timeZone: string): string | undefined {
  const passes = queryClient.getQueryData(tabQueries.passes(customer.id).queryKey);
  const subscriptions = queryClient.getQueryData(tabQueries.subscriptions(customer.id).queryKey);
  const purchases = queryClient.getQueryData(bookingQueries.gathered(customer.id).queryKey);
  if (!passes || !subscriptions || !purchases?.isComplete) return undefined;
  const now = gatewayTime();
  const mandates = subscriptions.data.filter((row) => isReadable(row));
  return readOutText(
    {
      name: personName(customer) || customer.id,
      credits: { passes: passes.data.filter((row) => isReadable(row)) },
      upcoming: upcomingBookings(classBookings(purchases.purchases), now),
      subscription: summariseSubscriptions(mandates, now, timeZone),
    },
    { now, timeZone, customerId: customer.id },
  );
}

function isReadable<Row extends object>(row: Row | UnreadableRow): row is Row {
  return !isUnreadable(row);
}
