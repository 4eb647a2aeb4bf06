import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Booking } from '#contract/booking.ts';
import type { CustomerRef } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { OpenInReservie } from '#shared/customer/open-in-reservie.tsx';
import { formatDateTime, formatDuration } from '#shared/format/date-time.ts';
import { personName } from '#contract/person-name.ts';
import { CopyButton } from '#shared/ui/copy-button.tsx';
import classes from './booking-details.module.css';
import type { BookingLinks } from '../bookings-panel-props.ts';
import { BookingBadges } from './booking-badges.tsx';
import { classTimeHints } from '../history/class-time.ts';
import { paymentDetails } from '../purchase/payment-details.ts';

interface BookingDetailsProps {
  booking: Booking;
  /** Of its heading, below the page's or the purchase's. */
  headingOrder: 2 | 3;
  /** A link pointed at this very booking. */
  isHighlighted: boolean;
  customerId: CustomerId;
  renderCustomerLink: BookingLinks['renderCustomerLink'];
  isUpcoming: boolean;
  now: number;
  timeZone: string;
}

export function BookingDetails({
  booking,
  headingOrder,
  isHighlighted,
  customerId,
  renderCustomerLink,
  isUpcoming,
  now,
  timeZone,
}: BookingDetailsProps) {
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isHighlighted) article.current?.scrollIntoView({ block: 'nearest' });
  }, [isHighlighted]);
  const { event, purchased_by, bought_for, spaces } = booking;
  const hints = classTimeHints(event.date, now, timeZone);
  const headingId = `${booking.id}-class`;

  function person(who: CustomerRef): ReactNode {
    const name = <bdi>{personName(who)}</bdi>;
    return (
      <>
        {who.id === customerId ? name : renderCustomerLink(who.id, name)}{' '}
        <Text span size="sm" c="dimmed">
          {who.email}
        </Text>
      </>
    );
  }

  return (
    <Paper
      component="article"
      ref={article}
      id={booking.id}
      className={classes['booking'] ?? ''}
      p="1rem 1.25rem"
      radius="md"
      aria-labelledby={headingId}
      data-highlighted={isHighlighted || undefined}
    >
      <Group component="header" gap="0.25rem 0.75rem" mb="0.875rem">
        <Title order={headingOrder} fz="lg" fw={600} id={headingId}>
          <bdi>{event.name}</bdi>
        </Title>
        <BookingBadges booking={booking} isUpcoming={isUpcoming} isOverlapping={false} />
      </Group>
      <dl className={classes['facts']}>
        <Fact name="When">
          <time dateTime={event.date.datetime}>{formatDateTime(event.date.datetime)}</time>{' '}
          {hints.length > 0 && (
            <Text span size="sm" c="dimmed">
              {hints.join(' · ')}
            </Text>
          )}
        </Fact>
        <Fact name="Duration">{formatDuration(event.date.duration)}</Fact>
        <Fact name="For whom">{person(bought_for ?? purchased_by)}</Fact>
        <Fact name="Bought by">{person(purchased_by)}</Fact>
        <Fact name="Spaces">{spaces}</Fact>
        {paymentDetails(booking.payment).map(({ name, value, raw }) => (
          <Fact key={name} name={name}>
            <span title={raw}>{value}</span>
          </Fact>
        ))}
      </dl>
      <Group
        component="ul"
        aria-label="Ids in Reservie"
        gap="0 1.25rem"
        mt="0.875rem"
        pt="xs"
        fz="xs"
        c="dimmed"
        style={{ borderBlockStart: '1px solid var(--desk-border)' }}
      >
        <Id name="Booking" value={booking.id} />
        <Id name="Class" value={event.id} />
        <Id name="Class date" value={event.date.id} />
        <Id name="Pricing option" value={booking.pricing_option.id} />
      </Group>
      <OpenInReservie
        kind="class"
        ids={{ eventId: event.id, dateId: event.date.id }}
        customerId={customerId}
        what={`the class ${event.name}, ${formatDateTime(event.date.datetime)},`}
      />
    </Paper>
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
    <Group component="li" gap={4}>
      {name} {value} <CopyButton value={value} label={`${name.toLowerCase()} id`} />
    </Group>
  );
}
