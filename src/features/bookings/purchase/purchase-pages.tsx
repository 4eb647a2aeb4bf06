import '@mantine/core/styles/Text.layer.css';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { onGatewayClock } from '#shared/format/gateway-clock.ts';
import { lastPageOf } from '#shared/table/page-search.ts';
import { RecordSkeleton } from '#shared/table/record-skeleton.tsx';
import { UnreadableList } from '#shared/table/unreadable-list.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { RefreshNote } from '#shared/ui/refresh-note.tsx';
import { arrangePurchases } from '../history/arrange-purchases.ts';
import { namesIn, toBookingRows } from '../history/booking-row.ts';
import type { BookingsListProps } from '../bookings-panel-props.ts';
import { BookingsView } from '../bookings-view.tsx';
import { classClockAt } from '../history/class-time.ts';
import { describeFilter } from '../filters/describe-filter.ts';
import { findOverlaps } from '../history/find-overlaps.ts';
import { groupBookings } from '../history/group-bookings.ts';
import { wholeGroups } from '../history/page-bookings.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { pageOf, toBookingsRequest } from '../search.ts';
import { summarise } from '../history/summary.ts';
import { type SeenPage, noteTotal } from '../history/total-drift.ts';

/** One page of purchases, filtered and paged by Reservie itself. */
export function PurchasePages(props: BookingsListProps) {
  const { customerId, search, now, today } = props;
  const request = toBookingsRequest(search);
  const { data, error, isPlaceholderData, isRefetchError, dataUpdatedAt, refetch } = useQuery({
    ...bookingQueries.list(customerId, request ?? { startDate: today, futureOnly: false, page: 0, pageSize: 10 }),
    enabled: request !== undefined,
  });
  const page = pageOf(search);
  const lastPage = data ? lastPageOf(data) : 1;
  const isSettled = data !== undefined && !isPlaceholderData;
  const isBeyond = isSettled && page > lastPage;
  const leave = useEffectEvent(props.onPageOutOfRange);
  useEffect(() => {
    if (isBeyond) leave(lastPage);
  }, [isBeyond, lastPage]);
  const list = JSON.stringify([customerId, { ...request, page: undefined }]);
  const hasDrifted = useTotalDrift(list, page, isSettled && !isBeyond ? data.total : undefined);

  if (!data && error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data || isBeyond) return <RecordSkeleton />;
  const { purchases, unreadable, bookingCount } = arrangePurchases(data.data);
  const rows = toBookingRows(purchases, classClockAt(now));
  const names = namesIn(rows);
  const groups = wholeGroups(groupBookings(rows, search, today));
  const counts = {
    total: data.total,
    purchases: purchases.length,
    unreadable: unreadable.length,
    bookings: bookingCount,
  };
  return (
    <>
      {hasDrifted && (
        <Text size="sm" c="dimmed" role="note">
          The list changed while you were paging: a purchase may have moved to another page.
        </Text>
      )}
      {(isRefetchError || data.stale) && (
        <RefreshNote
          readAt={data.stale ? Date.parse(data.stale.asOf) : onGatewayClock(dataUpdatedAt)}
          onRetry={() => void refetch()}
        />
      )}
      <BookingsView
        {...props}
        groups={groups}
        overlaps={findOverlaps(rows)}
        hasSubtotals={false}
        names={names}
        isBusy={isPlaceholderData}
        isSettled={isSettled}
        isNothing={data.total === 0}
        hasUnreadable={unreadable.length > 0}
        count={summarise(counts)}
        sentence={describeFilter(search, names)}
        pages={{ page, pageSize: data.pageSize, total: data.total }}
        noun="Purchases"
      />
      <UnreadableList rows={unreadable} noun="purchase" />
    </>
  );
}

function useTotalDrift(list: string, page: number, total: number | undefined): boolean {
  const [seen, setSeen] = useState<SeenPage>();
  if (total !== undefined && (seen?.list !== list || seen.page !== page || seen.total !== total)) {
    setSeen(noteTotal(seen, list, page, total));
  }
  return seen?.list === list && seen.hasDrifted;
}
