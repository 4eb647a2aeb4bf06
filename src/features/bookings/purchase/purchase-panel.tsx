import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CustomerId, TransactionId } from '#contract/id.ts';
import { isNotFound } from '#shared/api/errors.ts';
import { useStudio } from '#shared/api/studio.ts';
import { OpenInReservie } from '#shared/customer/open-in-reservie.tsx';
import { onGatewayClock } from '#shared/format/gateway-clock.ts';
import { formatDateTime } from '#shared/format/date-time.ts';
import { plural } from '#shared/format/number.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { CopyButton } from '#shared/ui/copy-button.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { RefreshNote } from '#shared/ui/refresh-note.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { arrangePurchase } from '../history/arrange-purchases.ts';
import { BookingDetails } from '../rows/booking-details.tsx';
import type { BookingLinks } from '../bookings-panel-props.ts';
import { classClockAt } from '../history/class-time.ts';
import { findListedPurchase } from './find-listed-purchase.ts';
import { PurchaseNotFound, type PurchaseNotFoundProps } from './purchase-not-found.tsx';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';

interface PurchasePanelProps extends PurchaseNotFoundProps {
  customerId: CustomerId;
  transactionId: TransactionId;
  /** The booking a link pointed at, if any. */
  highlighted: string;
  renderCustomerLink: BookingLinks['renderCustomerLink'];
}

/** One purchase with everything Reservie says about its bookings. */
export function PurchasePanel({
  customerId,
  transactionId,
  highlighted,
  renderCustomerLink,
  listLink,
}: PurchasePanelProps) {
  const queryClient = useQueryClient();
  const { timeZone } = useStudio();
  const now = useNow();
  const { data, error, isRefetchError, dataUpdatedAt, refetch } = useQuery({
    ...bookingQueries.purchase(customerId, transactionId),
    placeholderData: () => {
      const listed = findListedPurchase(queryClient, customerId, transactionId);
      return listed && { data: listed, staleSince: undefined };
    },
  });
  if (isNotFound(error)) return <PurchaseNotFound listLink={listLink} />;
  if (!data && error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <RecordListSkeleton />;
  const clock = classClockAt(now);
  const { id, purchase_date, bookings } = arrangePurchase(data.data);
  return (
    <Stack gap="0.875rem">
      <Group component="header" gap="0.25rem 1rem" c="dimmed">
        <Title order={2} fz="xl" lh={1.3} c="var(--desk-text)">
          Bought <time dateTime={purchase_date}>{formatDateTime(purchase_date)}</time>
        </Title>
        <p>{plural(bookings.length, 'booking')}</p>
        <Group gap={4} fz="xs">
          {id} <CopyButton value={id} label="purchase id" />
          <OpenInReservie kind="purchase" ids={{ transactionId: id }} customerId={customerId} what="this purchase" />
        </Group>
      </Group>
      {(isRefetchError || data.staleSince !== undefined) && (
        <RefreshNote readAt={data.staleSince ?? onGatewayClock(dataUpdatedAt)} onRetry={() => void refetch()} />
      )}
      {bookings.map((booking) => (
        <BookingDetails
          key={booking.id}
          booking={booking}
          headingOrder={3}
          isHighlighted={booking.id === highlighted}
          customerId={customerId}
          renderCustomerLink={renderCustomerLink}
          isUpcoming={clock.isUpcoming(booking.event.date)}
          now={now}
          timeZone={timeZone}
        />
      ))}
    </Stack>
  );
}

/** A purchase, or why there is none, below the way back to the list. */
export function PurchaseFrame({ backLink, children }: { backLink: ReactNode; children: ReactNode }) {
  return (
    <Stack gap="0.875rem">
      <Text size="sm" c="dimmed" data-plain-links data-no-print>
        {backLink}
      </Text>
      {children}
    </Stack>
  );
}
