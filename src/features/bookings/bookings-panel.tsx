import { useStudio } from '#shared/api/studio.ts';
import { toLocalDate } from '#shared/format/date-time.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { BookingsFilters } from './bookings-filters.tsx';
import { BookingsList } from './bookings-list.tsx';
import type { BookingsPanelProps } from './bookings-panel-props.ts';
import classes from './bookings-panel.module.css';
import { toBookingsRequest } from './search.ts';

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
