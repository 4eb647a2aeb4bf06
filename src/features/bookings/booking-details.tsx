import { type ReactNode, useEffect, useRef } from 'react';
import type { Booking } from '#contract/booking.ts';
import type { CustomerRef } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { formatDuration } from '#shared/format/duration.ts';
import { personName } from '#shared/format/person-name.ts';
import { CopyButton } from '#shared/ui/copy-button.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import classes from './booking-details.module.css';
import type { BookingLinks } from './booking-links.ts';
import { bookingState } from './booking-state.ts';
import { ClassTimeLine } from './class-time-line.tsx';
import { isUpcoming } from './class-time.ts';
import { paymentDetails } from './payment-details.ts';

interface BookingDetailsProps {
  booking: Booking;
  /** A link pointed at this very booking. */
  isHighlighted: boolean;
  customerId: CustomerId;
  renderCustomerLink: BookingLinks['renderCustomerLink'];
  now: number;
  timeZone: string;
}

export function BookingDetails({
  booking,
  isHighlighted,
  customerId,
  renderCustomerLink,
  ...clock
}: BookingDetailsProps) {
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isHighlighted) article.current?.scrollIntoView({ block: 'nearest' });
  }, [isHighlighted]);
  const { event, purchased_by, bought_for, spaces } = booking;
  const state = bookingState(booking);
  const isAhead = !booking.is_cancelled && isUpcoming(event.date, clock.now);
  const headingId = `${booking.id}-class`;

  function person(who: CustomerRef): ReactNode {
    const name = <bdi>{personName(who)}</bdi>;
    return (
      <>
        {who.id === customerId ? name : renderCustomerLink(who.id, name)}{' '}
        <span className={classes['quiet']}>{who.email}</span>
      </>
    );
  }

  return (
    <article
      ref={article}
      id={booking.id}
      className={classes['booking']}
      aria-labelledby={headingId}
      data-highlighted={isHighlighted || undefined}
    >
      <header className={classes['header']}>
        <h3 id={headingId}>
          <bdi>{event.name}</bdi>
        </h3>
        <Tag tone={state.tone}>{state.words}</Tag>
      </header>
      <dl className={classes['facts']}>
        <Fact name="When">
          <ClassTimeLine date={event.date} isAhead={isAhead} {...clock} />
        </Fact>
        <Fact name="Duration">{formatDuration(event.date.duration)}</Fact>
        <Fact name="For whom">{person(bought_for ?? purchased_by)}</Fact>
        <Fact name="Bought by">{person(purchased_by)}</Fact>
        <Fact name="Spaces">{spaces}</Fact>
        {paymentDetails(booking.payment).map(({ name, value }) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
      <ul className={classes['ids']} aria-label="Ids in Reservie">
        <Id name="Booking" value={booking.id} />
        <Id name="Class" value={event.id} />
        <Id name="Class date" value={event.date.id} />
        <Id name="Pricing option" value={booking.pricing_option.id} />
      </ul>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Id({ name, value }: { name: string; value: string }) {
  return (
    <li>
      {name} {value} <CopyButton value={value} label={`${name.toLowerCase()} id`} />
    </li>
  );
}
