import { useQuery } from '@tanstack/react-query';
import { Suspense, useDeferredValue, useEffect, useEffectEvent, useMemo } from 'react';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { onGatewayClock } from '#shared/format/gateway-clock.ts';
import { formatCount, plural } from '#shared/format/number.ts';
import { RecordSkeleton } from '#shared/table/record-skeleton.tsx';
import { UnreadableList } from '#shared/table/unreadable-list.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { RefreshNote } from '#shared/ui/refresh-note.tsx';
import { type BookingRow, namesIn, toBookingRows } from './history/booking-row.ts';
import type { BookingsListProps } from './bookings-panel-props.ts';
import { BookingsView } from './bookings-view.tsx';
import { classClockAt } from './history/class-time.ts';
import { describeFound } from './filters/describe-filter.ts';
import { filterBookings } from './filters/filter-bookings.ts';
import { findOverlaps } from './history/find-overlaps.ts';
import { groupBookings, sortBookings } from './history/group-bookings.ts';
import { pageBookings, wholeGroups } from './history/page-bookings.ts';
import { pageOf, pageSizeOf } from './search.ts';
import { totalBookings } from './history/total-bookings.ts';

const GatheringProgress = lazyExtra(
  async () => (await import('#shared/bookings/gathering-progress.tsx')).GatheringProgress,
);

interface GatheredBookingsProps extends BookingsListProps {
  /** All rows, without pages; `onReady` once they are there. */
  isPrinting: boolean;
  onReady: () => void;
}

/** From so many bookings on, rows follow what was pressed in steps, between which the browser draws and listens. */
const MANY = 1_000;

/** Bookings from all purchases of the customer, filtered, summed and paged here; usable while purchases still arrive. */
export function GatheredBookings(props: GatheredBookingsProps) {
  const { customerId, now } = props;
  const { data, error, isFetching, isRefetchError, dataUpdatedAt, refetch } = useQuery(
    bookingQueries.gathered(customerId),
  );
  const rows = useMemo(() => toBookingRows(data?.purchases ?? [], classClockAt(now)), [data?.purchases, now]);
  if (!data && error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <RecordSkeleton />;
  const { isComplete } = data;
  const List = rows.length > MANY ? DeferredBookings : FilteredBookings;
  return (
    <>
      {(!isComplete || data.hasDrifted) && (
        <Suspense>
          <GatheringProgress gathered={data} error={error} isReading={isFetching} onRetry={() => void refetch()} />
        </Suspense>
      )}
      {isComplete && (isRefetchError || data.stale) && (
        <RefreshNote
          readAt={data.stale ? Date.parse(data.stale.asOf) : onGatewayClock(dataUpdatedAt)}
          onRetry={() => void refetch()}
        />
      )}
      <List {...props} rows={rows} isComplete={isComplete} hasUnreadable={data.unreadable.length > 0} />
      <UnreadableList rows={[...data.unreadable]} noun="purchase" />
    </>
  );
}

interface FilteredBookingsProps extends GatheredBookingsProps {
  rows: readonly BookingRow[];
  isComplete: boolean;
  hasUnreadable: boolean;
}

function DeferredBookings(props: FilteredBookingsProps) {
  const shown = useDeferredValue(props);
  return useMemo(() => <FilteredBookings {...shown} />, [shown]);
}

function FilteredBookings({ isPrinting, onReady, rows, isComplete, hasUnreadable, ...props }: FilteredBookingsProps) {
  const { search, today } = props;
  const overlaps = useMemo(() => findOverlaps(rows), [rows]);
  const names = useMemo(() => namesIn(rows), [rows]);
  const { by, sort, desc } = search;
  const ordered = useMemo(() => sortBookings(rows, { by, sort, desc }), [rows, by, sort, desc]);
  const found = useMemo(() => filterBookings(ordered, search), [ordered, search]);
  const groups = useMemo(() => groupBookings(found, search, today), [found, search, today]);
  const view = pageBookings(groups, isPrinting ? { ...search, page: undefined } : search);
  const totals = useMemo(() => totalBookings(found), [found]);
  useOnceReady(isPrinting && isComplete, onReady);
  const isBeyond = isComplete && pageOf(search) > view.pageCount;
  const leave = useEffectEvent(props.onPageOutOfRange);
  useEffect(() => {
    if (isBeyond) leave(view.pageCount);
  }, [isBeyond, view.pageCount]);

  const count = isComplete ? plural(totals.bookings, 'booking') : `${formatCount(totals.bookings)} so far`;
  return (
    <BookingsView
      {...props}
      groups={isPrinting ? wholeGroups(groups) : view.groups}
      overlaps={overlaps}
      hasSubtotals={isComplete}
      names={names}
      isBusy={false}
      isSettled={isComplete}
      isNothing={isComplete && rows.length === 0 && !hasUnreadable}
      hasUnreadable={hasUnreadable}
      count={count}
      sentence={describeFound(search, names, totals)}
      pages={{
        page: view.page,
        pageSize: pageSizeOf(search),
        total: search.by === 'purchase' ? totals.purchases : totals.bookings,
      }}
      noun={search.by === 'purchase' ? 'Purchases' : 'Bookings'}
    />
  );
}

function useOnceReady(isReady: boolean, onReady: () => void): void {
  const tell = useEffectEvent(onReady);
  useEffect(() => {
    if (isReady) tell();
  }, [isReady]);
}
