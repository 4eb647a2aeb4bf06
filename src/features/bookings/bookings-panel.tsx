import type { CustomerId } from '#contract/id.ts';
import { useStudio } from '#shared/api/studio.ts';
import { toLocalDate } from '#shared/format/date-time.ts';
import type { RenderPageLink } from '#shared/table/pager.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import type { BookingLinks } from './booking-links.ts';
import { BookingsFilters } from './bookings-filters.tsx';
import { BookingsList } from './bookings-list.tsx';
import classes from './bookings-panel.module.css';
import { type BookingsSearch, toBookingsRequest } from './search.ts';

export interface BookingsPanelProps extends BookingLinks {
  customerId: CustomerId;
  search: BookingsSearch;
  renderPageLink: RenderPageLink;
  /** A filter or the page size changes: the route goes to the first page. */
  onFilter: (change: BookingsSearch) => void;
  /** The URL names a page after the last one. */
  onPageOutOfRange: (lastPage: number) => void;
}

/** A customer's bookings: what is asked for, and what Reservie answers. */
export function BookingsPanel(props: BookingsPanelProps) {
  const { timeZone } = useStudio();
  const now = useNow();
  const request = toBookingsRequest(props.search);
  return (
    <div className={classes['panel']}>
      <BookingsFilters search={props.search} today={toLocalDate(now, timeZone)} onFilter={props.onFilter} />
      {request ? (
        <BookingsList {...props} request={request} now={now} timeZone={timeZone} />
      ) : (
        <Notice title="“Bought from” is later than “Bought to”">
          Change one of the two dates, and the bookings will appear here.
        </Notice>
      )}
    </div>
  );
}
