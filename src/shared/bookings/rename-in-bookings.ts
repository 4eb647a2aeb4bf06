import type { QueryClient } from '@tanstack/react-query';
import type { Booking } from '#contract/booking.ts';
import type { CustomerProfile, CustomerRef } from '#contract/customer.ts';
import { isUnreadable } from '#contract/page.ts';
import { bookingQueries } from './booking-queries.ts';
import { type GatheredPurchases, assemblePages } from './gathered-purchases.ts';

/** A profile has changed: its name and address in the bookings that are kept, without reading them again. */
export function renameInBookings(queryClient: QueryClient, profile: CustomerProfile): void {
  const filters = { queryKey: bookingQueries.allGathered };
  queryClient.setQueriesData<GatheredPurchases>(filters, (known) => known && renameInPurchases(known, profile));
}

/** The same purchases, with a person's name and address as their profile has them now. */
function renameInPurchases(known: GatheredPurchases, profile: CustomerProfile): GatheredPurchases {
  const isNamed = ({ purchased_by, bought_for }: Booking) =>
    purchased_by.id === profile.id || bought_for?.id === profile.id;
  if (!known.purchases.some(({ bookings }) => bookings.some(isNamed))) return known;
  const rename = (ref: CustomerRef): CustomerRef => (ref.id === profile.id ? { ...ref, ...namesOf(profile) } : ref);
  const renameBooking = (booking: Booking): Booking => ({
    ...booking,
    purchased_by: rename(booking.purchased_by),
    ...(booking.bought_for && { bought_for: rename(booking.bought_for) }),
  });
  const pages = new Map(
    [...known.pages].map(([number, { page, readAt }]) => [
      number,
      {
        page: {
          ...page,
          data: page.data.map((row) =>
            isUnreadable(row) ? row : { ...row, bookings: row.bookings.map(renameBooking) },
          ),
        },
        readAt,
      },
    ]),
  );
  return assemblePages(pages, known.waitMs);
}

function namesOf({ firstname, lastname, email }: CustomerProfile) {
  return { firstname, lastname, email };
}
