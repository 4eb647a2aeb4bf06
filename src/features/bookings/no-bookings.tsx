import { Button } from '@mantine/core';
import { Notice } from '#shared/ui/notice.tsx';
import { NO_FILTER } from './bookings-filters.tsx';
import { type BookingsSearch, isFiltered } from './search.ts';

interface NoBookingsProps {
  search: BookingsSearch;
  /** Purchases over all pages, as Reservie says. */
  total: number;
  onFilter: (change: BookingsSearch) => void;
}

/** Why there is nothing to see. "No bookings yet" is said only when nothing was filtered. */
export function NoBookings({ search, total, onFilter }: NoBookingsProps) {
  if (total > 0) {
    return <Notice title="This page is empty">The list changed in Reservie while you were turning pages.</Notice>;
  }
  if (!isFiltered(search)) {
    return (
      <Notice title="No bookings yet">
        Reservie has no bookings of this customer, at any time. They appear here once a class is bought.
      </Notice>
    );
  }
  const isDated = search.from !== undefined || search.to !== undefined;
  return (
    <Notice
      title={isDated ? 'No bookings bought in these dates' : 'No upcoming bookings'}
      actions={
        <Button variant="default" size="sm" onClick={() => onFilter(NO_FILTER)}>
          Show all bookings
        </Button>
      }
    >
      {explain(isDated, search.upcoming === true)}
    </Notice>
  );
}

function explain(isDated: boolean, isUpcomingOnly: boolean): string {
  if (!isDated) return 'None of this customer’s bookings is for a class still to come.';
  const dates = 'The dates are those of the purchase: a class in these dates may have been bought earlier.';
  return isUpcomingOnly ? `${dates} Only classes still to come are asked for.` : dates;
}
