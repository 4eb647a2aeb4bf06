import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { onDeskClock } from '#shared/format/desk-clock.ts';
import { lastPageOf } from '#shared/table/page-search.ts';
import { Pager } from '#shared/table/pager.tsx';
import { RecordSkeleton } from '#shared/table/record-skeleton.tsx';
import { UnreadableList } from '#shared/table/unreadable-list.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { RefreshNote } from '#shared/ui/refresh-note.tsx';
import { arrangePurchases } from './arrange-purchases.ts';
import type { BookingsPanelProps } from './bookings-panel-props.ts';
import classes from './bookings-panel.module.css';
import { BookingsTable } from './bookings-table.tsx';
import { NoBookings } from './no-bookings.tsx';
import { PageSizeSelect } from './page-size-select.tsx';
import { bookingQueries } from './queries.ts';
import { type BookingsRequest, PAGE_SIZES, pageOf } from './search.ts';
import { describeFilter, summarise } from './summary.ts';
import { type SeenPage, noteTotal } from './total-drift.ts';

interface BookingsListProps extends BookingsPanelProps {
  request: BookingsRequest;
  /** ms since 1970. */
  now: number;
  timeZone: string;
}

/** One page of purchases in its states: loading, failed, empty, out of range, stale, and its rows. */
export function BookingsList({ customerId, search, request, onFilter, ...props }: BookingsListProps) {
  const { data, error, isPlaceholderData, isRefetchError, dataUpdatedAt, refetch } = useQuery(
    bookingQueries.list(customerId, request),
  );
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
  const isLoading = !data || isBeyond;
  const { purchases, unreadable, bookingCount } = arrangePurchases(isLoading ? [] : data.data);
  return (
    <section className={classes['list']} aria-label="Purchases" aria-busy={!isSettled}>
      <div className={data?.total === 0 ? classes['unseen'] : classes['bar']}>
        <output className={classes['summary']}>
          {isLoading
            ? 'Loading bookings…'
            : summarise({
                total: data.total,
                purchases: purchases.length,
                unreadable: unreadable.length,
                bookings: bookingCount,
              })}
        </output>
        {data && data.total > PAGE_SIZES[0] && <PageSizeSelect search={search} onFilter={onFilter} />}
      </div>
      <p className={classes['printed']}>{describeFilter(search)}</p>
      {hasDrifted && (
        <p className={classes['drift']} role="note">
          The list changed while you were paging: a purchase may have moved to another page.
        </p>
      )}
      {(isRefetchError || data?.stale) && (
        <RefreshNote
          readAt={data?.stale ? Date.parse(data.stale.asOf) : onDeskClock(dataUpdatedAt)}
          onRetry={() => void refetch()}
        />
      )}
      {isLoading ? (
        <RecordSkeleton />
      ) : data.data.length === 0 ? (
        <NoBookings search={search} total={data.total} onFilter={onFilter} />
      ) : (
        <BookingsTable
          customerId={customerId}
          purchases={purchases}
          isBusy={isPlaceholderData}
          now={props.now}
          timeZone={props.timeZone}
          renderCustomerLink={props.renderCustomerLink}
          renderPurchaseLink={props.renderPurchaseLink}
        />
      )}
      <UnreadableList rows={unreadable} noun="purchase" />
      {data && !isBeyond && <Pager page={page} pageSize={data.pageSize} total={data.total} />}
    </section>
  );
}

function useTotalDrift(list: string, page: number, total: number | undefined): boolean {
  const [seen, setSeen] = useState<SeenPage>();
  if (total !== undefined && (seen?.list !== list || seen.page !== page || seen.total !== total)) {
    setSeen(noteTotal(seen, list, page, total));
  }
  return seen?.list === list && seen.hasDrifted;
}
