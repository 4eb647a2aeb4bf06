import type { Booking, Transaction } from '#contract/booking.ts';
import type { CustomerId } from '#contract/id.ts';
import { formatDateTime } from '#shared/format/date-time.ts';
import { formatDuration } from '#shared/format/duration.ts';
import { plural } from '#shared/format/number.ts';
import { formatNetPrice, formatPayment } from '#shared/format/payment.ts';
import { DataCell, DataTable } from '#shared/table/data-table.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import type { BookingLinks } from './booking-links.ts';
import { bookingState } from './booking-state.ts';
import classes from './bookings-table.module.css';
import { ClassTimeLine } from './class-time-line.tsx';
import { isUpcoming } from './class-time.ts';
import { ForWhom } from './for-whom.tsx';

const COLUMNS = [
  { name: 'Class' },
  { name: 'When' },
  { name: 'For whom' },
  { name: 'Spaces', isNumeric: true },
  { name: 'State' },
  { name: 'Payment', isNumeric: true },
];

interface BookingsTableProps extends BookingLinks {
  customerId: CustomerId;
  purchases: readonly Transaction[];
  isBusy: boolean;
  /** ms since 1970. */
  now: number;
  timeZone: string;
}

/** Bookings under the purchase they belong to. */
export function BookingsTable({ purchases, isBusy, ...row }: BookingsTableProps) {
  return (
    <DataTable caption="Bookings" columns={COLUMNS} isBusy={isBusy}>
      {purchases.map((purchase) => (
        <tbody key={purchase.id} className={classes['purchase']}>
          <PurchaseRow purchase={purchase} renderPurchaseLink={row.renderPurchaseLink} />
          {purchase.bookings.map((booking) => (
            <BookingRow key={booking.id} purchase={purchase} booking={booking} {...row} />
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}

function PurchaseRow(props: { purchase: Transaction; renderPurchaseLink: BookingLinks['renderPurchaseLink'] }) {
  const { id, purchase_date, bookings } = props.purchase;
  const bought = formatDateTime(purchase_date);
  return (
    <tr>
      <th scope="rowgroup" colSpan={COLUMNS.length}>
        <div className={classes['heading']}>
          <span>
            Bought <time dateTime={purchase_date}>{bought}</time>
          </span>
          <span>{plural(bookings.length, 'booking')}</span>
          {props.renderPurchaseLink({ transactionId: id, name: `Open purchase of ${bought}` }, 'Open purchase')}
        </div>
      </th>
    </tr>
  );
}

interface BookingRowProps extends Omit<BookingsTableProps, 'purchases' | 'isBusy'> {
  purchase: Transaction;
  booking: Booking;
}

function BookingRow({ purchase, booking, customerId, now, timeZone, ...links }: BookingRowProps) {
  const { event, spaces } = booking;
  const state = bookingState(booking);
  const net = formatNetPrice(booking.payment);
  const isAhead = !booking.is_cancelled && isUpcoming(event.date, now);
  return (
    <tr className={isAhead ? classes['ahead'] : classes['over']}>
      <DataCell>
        <span className={classes['class']}>
          {links.renderPurchaseLink({ transactionId: purchase.id, bookingId: booking.id }, <bdi>{event.name}</bdi>)}
        </span>
      </DataCell>
      <DataCell label="When">
        <ClassTimeLine
          date={event.date}
          isAhead={isAhead}
          now={now}
          timeZone={timeZone}
          more={formatDuration(event.date.duration)}
        />
      </DataCell>
      <DataCell label="For whom">
        <ForWhom booking={booking} customerId={customerId} renderCustomerLink={links.renderCustomerLink} />
      </DataCell>
      <DataCell label="Spaces" isNumeric>
        {spaces === 1 ? <span className={classes['one']}>1</span> : <Tag tone="info">{plural(spaces, 'space')}</Tag>}
      </DataCell>
      <DataCell label="State">
        <Tag tone={state.tone}>{state.words}</Tag>
      </DataCell>
      <DataCell label="Payment" isNumeric>
        {formatPayment(booking.payment)}
        {net && (
          <>
            <span className={classes['unseen']}>, </span>
            <span className={classes['net']}>{net}</span>
          </>
        )}
      </DataCell>
    </tr>
  );
}
