import { MantineProvider } from '@mantine/core';
import * as fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { JANE } from '#shared/customer/record-fixtures.ts';
import type { BookingRow } from '../history/booking-row.ts';
import { BookingsTable } from '../rows/bookings-table.tsx';
import { filterBookings } from '../filters/filter-bookings.ts';
import { findOverlaps } from '../history/find-overlaps.ts';
import { groupBookings } from '../history/group-bookings.ts';
import { NOW, TODAY, rowsOfHistory, searches } from '../history/history-fixture.ts';
import { wholeGroups } from '../history/page-bookings.ts';
import type { BookingsSearch } from '../search.ts';

/** The table as it goes to paper. */
function printed(rows: readonly BookingRow[], search: BookingsSearch): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <BookingsTable
        customerId={JANE}
        search={search}
        groups={wholeGroups(groupBookings(filterBookings(rows, search), search, TODAY))}
        overlaps={findOverlaps(rows)}
        hasSubtotals
        isBusy={false}
        now={NOW}
        timeZone="Europe/London"
        onOpen={() => undefined}
        onSort={() => undefined}
        renderCustomerLink={(_, name) => name}
        renderPurchaseLink={({ bookingId }) => <b>{bookingId}</b>}
      />
    </MantineProvider>,
  );
}

test('paper holds exactly the rows that are filtered, whatever page is on the screen, below what each group comes to', () => {
  fc.assert(
    fc.property(rowsOfHistory, searches, (rows, search) => {
      const html = printed(rows, search);
      const found = filterBookings(rows, search);
      // Paper names its columns by these: a browser does not draw the buttons of a heading again on later sheets.
      const headings = [...html.matchAll(/ data-heading="([^"]+)"/g)].map(([, heading]) => heading);
      expect(headings.slice(1)).toEqual(['Class', 'For', 'Paid', 'State']);
      const ids = [...html.matchAll(/<b>(booking_[\d-]+)<\/b>/g)].flatMap(([, id]) => id ?? []);
      const inOrder = groupBookings(found, search, TODAY).flatMap((group) => group.rows);
      expect(ids).toEqual(inOrder.map(({ booking }) => booking.id));
      expect(ids.toSorted()).toEqual(found.map(({ booking }) => booking.id).toSorted());
      const times = [...html.matchAll(/<time[^>]* dateTime="([^"]+)"/gi)].map(([, time]) => time);
      const timeOf = ({ purchase, booking }: BookingRow) =>
        search.by === 'purchase' ? purchase.purchase_date : booking.event.date.datetime;
      expect(times).toEqual(inOrder.map(timeOf));
      const sums = [...html.matchAll(/>(\d+) bookings?(?: ·[^<]*)?<\/span><\/th>/g)].map(([, count]) => Number(count));
      const isGrouped = search.group !== undefined || search.sort === undefined;
      expect(sums.reduce((sum, count) => sum + count, 0)).toBe(isGrouped ? found.length : 0);
    }),
    { numRuns: 40 },
  );
});
