import type { Booking } from '#contract/booking.ts';
import type { CustomerRef } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { personName } from '#shared/format/person-name.ts';
import type { BookingLinks } from './booking-links.ts';
import classes from './booking.module.css';

interface ForWhomProps {
  booking: Pick<Booking, 'purchased_by' | 'bought_for'>;
  /** Whose page this is: everybody else's name is a link. */
  customerId: CustomerId;
  renderCustomerLink: BookingLinks['renderCustomerLink'];
}

/** "Jane Smith", or "For John Smith, bought by Jane Smith" where they are two people. */
export function ForWhom({ booking: { purchased_by, bought_for }, customerId, renderCustomerLink }: ForWhomProps) {
  function name(person: CustomerRef) {
    const text = <bdi>{personName(person)}</bdi>;
    return person.id === customerId ? text : renderCustomerLink(person.id, text);
  }
  if (!bought_for || bought_for.id === purchased_by.id) return name(purchased_by);
  return (
    <>
      For {name(bought_for)}, <span className={classes['quiet']}>bought by {name(purchased_by)}</span>
    </>
  );
}
