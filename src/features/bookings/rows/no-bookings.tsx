import { Button } from '@mantine/core';
import { Notice } from '#shared/ui/notice.tsx';
import { type BookingsSearch, NO_FILTER, isFiltered } from '../search.ts';

interface NoBookingsProps {
  search: BookingsSearch;
  /** Nothing was ever booked. */
  isNothing: boolean;
  /** Purchases that could not be read are told of below. */
  hasUnreadable: boolean;
  /** Over all pages. */
  total: number;
  onFilter: (change: BookingsSearch) => void;
}

/** Why there is nothing to see. "No bookings yet" is said only when nothing was filtered. */
export function NoBookings({ search, isNothing, hasUnreadable, total, onFilter }: NoBookingsProps) {
  if (hasUnreadable && (total > 0 || !isFiltered(search))) return null;
  if (total > 0) {
    return <Notice title="This page is empty">The list changed in Reservie while you were turning pages.</Notice>;
  }
  if (!isFiltered(search) || (isNothing && search.by === undefined)) {
    return (
      <Notice title="No bookings yet">
        Reservie has no bookings of this customer, at any time. They appear here once a class is bought.
      </Notice>
    );
  }
  return (
    <Notice
      title="No bookings match these filters"
      actions={
        <Button variant="default" size="sm" onClick={() => onFilter(NO_FILTER)}>
          Show all bookings
        </Button>
      }
    >
      {explain(search)}
    </Notice>
  );
}

function explain({ by, from, to, when }: BookingsSearch): string {
  const isDated = from !== undefined || to !== undefined;
  if (isDated && by === 'purchase') {
    return 'The dates are those of the purchase: a class in these dates may have been bought earlier. “Class date” looks for the class.';
  }
  if (isDated) return 'The dates are those of the class, not of the purchase.';
  if (when === 'upcoming') return 'None of this customer’s bookings is for a class still to come.';
  return 'Clear one of the filters above, and more will appear.';
}
