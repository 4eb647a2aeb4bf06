import '@mantine/core/styles/Stack.layer.css';
import { Button, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DEFAULT_PAGE_SIZE, isUnreadable } from '#contract/page.ts';
import { onGatewayClock } from '#shared/format/gateway-clock.ts';
import { formatCount, plural } from '#shared/format/number.ts';
import { FoundCount } from '#shared/table/found-count.tsx';
import { Pager } from '#shared/table/pager.tsx';
import { UnreadableList } from '#shared/table/unreadable-list.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { RefreshNote } from '#shared/ui/refresh-note.tsx';
import {
  type RecordGroup,
  type RecordRules,
  countViews,
  filterRecords,
  isFiltered,
  kindsOf,
  pageGroups,
} from './filter-records.ts';
import type { TabPage } from './gather-tab.ts';
import { RecordFilters } from './record-filters.tsx';
import { NO_FILTER, type TabSearch } from './tab-search.ts';

/** What a route hands to a tab: what its address says, and how to change it. */
export interface TabControls {
  search: TabSearch;
  onFilter: (change: TabSearch) => void;
}

type ShownGroup<Row> = RecordGroup<Row> & { total: number };

export interface RecordsPanelProps<Row> extends TabControls, RecordRules<Row> {
  query: UseQueryResult<TabPage<Row>>;
  /** "pass", "passes": what is counted. */
  nouns: readonly [one: string, many: string];
  skeleton: ReactNode;
  /** What would stand here, and what to do. */
  empty: string;
  searchLabel?: string;
  kindLabel?: string;
  arrange: (rows: Row[]) => RecordGroup<Row>[];
  /** What the rows come to, beside their number. */
  describeTotals?: (rows: readonly Row[]) => string;
  /** Between the count and the rows. */
  note?: ReactNode;
  children: (groups: ShownGroup<Row>[]) => ReactNode;
}

/** A customer’s tab: its filters, a sentence that says what is shown, its rows with their pages, and every other state. */
export function RecordsPanel<Row extends object>({ query, nouns, ...props }: RecordsPanelProps<Row>) {
  const { data, error, refetch } = query;
  if (!data && error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  const isStale = query.isRefetchError || data?.stale !== undefined;
  const readable = data?.data.filter((row): row is Row => !isUnreadable(row)) ?? [];
  return (
    <Stack component="section" gap="sm" aria-busy={!data}>
      {isStale && (
        <RefreshNote
          readAt={data?.stale ? Date.parse(data.stale.asOf) : onGatewayClock(query.dataUpdatedAt)}
          onRetry={() => void refetch()}
        />
      )}
      {data ? (
        <>
          <Found {...props} nouns={nouns} rows={readable} isNothing={data.data.length === 0} />
          <UnreadableList rows={data.data.filter(isUnreadable)} noun={nouns[0]} />
          {data.total > data.data.length && (
            <Notice
              tone="warn"
              isBrief
              title={`${formatCount(data.data.length)} of ${plural(data.total, ...nouns)} could be read.`}
              actions={
                <Button variant="default" size="xs" onClick={() => void refetch()}>
                  Read again
                </Button>
              }
            />
          )}
        </>
      ) : (
        <>
          <FoundCount>Loading {nouns[1]}…</FoundCount>
          {props.skeleton}
        </>
      )}
    </Stack>
  );
}

interface FoundProps<Row> extends Omit<RecordsPanelProps<Row>, 'query' | 'skeleton'> {
  rows: readonly Row[];
  /** There is not even a row that could not be read. */
  isNothing: boolean;
}

function Found<Row extends object>({ rows, nouns, search, onFilter, isNothing, ...props }: FoundProps<Row>) {
  const [, many] = nouns;
  if (isNothing) {
    return (
      <>
        <FoundCount isUnseen>{plural(0, ...nouns)}</FoundCount>
        <Notice title={`No ${many}`}>{props.empty}</Notice>
      </>
    );
  }
  const found = filterRecords(rows, search, props);
  const counts = countViews(rows, search, props);
  const view = pageGroups(props.arrange(found), search.page ?? 1);
  const isNarrowed = isFiltered(search, props);
  const all = plural(rows.length, ...nouns);
  const last = view.first + view.groups.reduce((sum, group) => sum + group.rows.length, 0) - 1;
  const range = view.pageCount > 1 ? `${formatCount(view.first)}–${formatCount(last)} of ` : '';
  const count = isNarrowed ? `${range}${formatCount(found.length)} of ${all}` : `${range}${all}`;
  const totals = found.length > 0 ? (props.describeTotals?.(found) ?? '') : '';
  return (
    <>
      {(rows.length > 1 || isNarrowed) && (
        <RecordFilters
          search={search}
          total={rows.length}
          views={props.views.map((one) => ({ ...one, count: counts.get(one.name) ?? 0 }))}
          kinds={kindsOf(rows, props)}
          searchLabel={props.searchLabel}
          kindLabel={props.kindLabel}
          onFilter={onFilter}
        />
      )}
      <FoundCount>
        <strong>{count}</strong>
        {totals !== '' && ` · ${totals}`}
      </FoundCount>
      {props.note}
      {found.length === 0 && rows.length > 0 && (
        <Notice
          title={`No ${many} fit these filters`}
          actions={
            <Button variant="default" size="sm" onClick={() => onFilter(NO_FILTER)}>
              Show all {formatCount(rows.length)}
            </Button>
          }
        >
          This customer has {all}.
        </Notice>
      )}
      {view.groups.length > 0 && <Stack gap="sm">{props.children(view.groups)}</Stack>}
      <Pager page={view.page} pageSize={DEFAULT_PAGE_SIZE} total={view.total} />
    </>
  );
}
