import type { UseQueryResult } from '@tanstack/react-query';
import '@mantine/core/styles/Stack.layer.css';
import { Stack } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { type UnreadableRow, isUnreadable } from '#contract/page.ts';
import type { Instant } from '#contract/time.ts';
import { onGatewayClock } from '#shared/format/gateway-clock.ts';
import { formatCount, plural } from '#shared/format/number.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { RefreshNote } from '#shared/ui/refresh-note.tsx';
import { FoundCount } from './found-count.tsx';
import { lastPageOf } from './page-search.ts';
import { Pager } from './pager.tsx';
import { UnreadableList } from './unreadable-list.tsx';

interface Page<Row> {
  data: (Row | UnreadableRow)[];
  total: number;
  pageSize: number;
  stale?: { asOf: Instant } | undefined;
}

/** What a route hands to a paginated tab: the page in the URL, and how to change it. */
export interface PageControls {
  /** 1-based. */
  page: number;
  /** The URL names a page after the last one. */
  onPageOutOfRange: (lastPage: number) => void;
}

interface PagedPanelProps<Row> extends PageControls {
  query: UseQueryResult<Page<Row>>;
  /** "pass", "passes": what is counted. */
  nouns: readonly [one: string, many: string];
  skeleton: ReactNode;
  empty: ReactNode;
  /** Draws the rows that could be read; the others are listed below them. */
  children: (rows: Row[]) => ReactNode;
}

/** The states of a paginated list: loading, empty, failed, out of range, stale, and its rows with their count and pager. */
export function PagedPanel<Row extends object>({ query, page, nouns, ...parts }: PagedPanelProps<Row>) {
  const { data, error, isPlaceholderData, refetch } = query;
  const lastPage = data ? lastPageOf(data) : 1;
  const isBeyond = data !== undefined && !isPlaceholderData && page > lastPage;
  const leave = useEffectEvent(parts.onPageOutOfRange);
  useEffect(() => {
    if (isBeyond) leave(lastPage);
  }, [isBeyond, lastPage]);

  if (!data && error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  const isLoading = !data || isBeyond;
  const isEmpty = data?.total === 0 && data.data.length === 0;
  return (
    <Stack component="section" gap="sm" aria-busy={isLoading || isPlaceholderData}>
      <FoundCount isUnseen={isEmpty}>
        {isLoading ? `Loading ${nouns[1]}…` : describeRange(data, page, nouns)}
      </FoundCount>
      {(query.isRefetchError || data?.stale) && (
        <RefreshNote
          readAt={data?.stale ? Date.parse(data.stale.asOf) : onGatewayClock(query.dataUpdatedAt)}
          onRetry={() => void refetch()}
        />
      )}
      {isLoading ? (
        parts.skeleton
      ) : isEmpty ? (
        parts.empty
      ) : (
        <Rows page={data} noun={nouns[0]} isBusy={isPlaceholderData} render={parts.children} />
      )}
      {data && !isBeyond && <Pager page={page} pageSize={data.pageSize} total={data.total} />}
    </Stack>
  );
}

interface RowsProps<Row> {
  page: Page<Row>;
  noun: string;
  isBusy: boolean;
  render: (rows: Row[]) => ReactNode;
}

function Rows<Row extends object>(props: RowsProps<Row>) {
  const readable: Row[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const row of props.page.data) {
    if (isUnreadable(row)) unreadable.push(row);
    else readable.push(row);
  }
  if (props.page.data.length === 0) {
    return <Notice title="This page is empty">The list changed in Reservie while you were turning pages.</Notice>;
  }
  return (
    <Stack gap="sm" opacity={props.isBusy ? 0.6 : 1}>
      {readable.length > 0 && props.render(readable)}
      <UnreadableList rows={unreadable} noun={props.noun} />
    </Stack>
  );
}

/** "12 passes", or "31–60 of 132 passes" where they fill several pages. `page` is 1-based. */
export function describeRange(
  { total, pageSize, data }: { total: number; pageSize: number; data: readonly unknown[] },
  page: number,
  [one, many]: readonly [one: string, many: string],
): string {
  if (total <= pageSize) return plural(total, one, many);
  const first = (page - 1) * pageSize + 1;
  const last = first + data.length - 1;
  if (last < first) return plural(total, one, many);
  return `${formatCount(first)}–${formatCount(last)} of ${plural(total, one, many)}`;
}
