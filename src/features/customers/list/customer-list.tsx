import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Button, Group, Text } from '@mantine/core';
import { noop } from '@tanstack/react-query';
import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { formatCount, plural } from '#shared/format/number.ts';
import { RecordSkeleton } from '#shared/table/record-skeleton.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { useTypedText } from '#shared/form/use-typed-text.ts';
import { lazyPart } from '#shared/ui/lazy-part.tsx';
import { PageTitle } from '#shared/ui/page-title.tsx';
import { directory } from '../directory/directory.ts';
import type { DirectoryQuery } from '../directory/directory-protocol.ts';
import { type CustomersSearch, LONGEST_IN_URL, toCustomersSearch, toDirectoryQuery, withText } from '../search.ts';
import { describeSearch } from './describe-list.ts';
import { FilterBar } from './filters/filter-bar.tsx';
import { SortedBy } from './sorting/sorted-by.tsx';
import { awaitBegun, useDirectoryList } from '../directory/use-directory-list.ts';
import { CustomerSearch, type CustomerSearchHandle } from './customer-search.tsx';
import type { CustomerRowsHandle } from './rows/customer-rows.tsx';
import { CustomerTable } from './rows/customer-table.tsx';
import { FindHint } from './find-hint.tsx';
import { ListTools } from './list-tools.tsx';
import { ListArrival } from './list-arrival.tsx';
import { ListFreshness } from './list-freshness.tsx';
import type { ListPlace } from './list-place.ts';
import classes from './customer-list.module.css';
import { StatusFilter } from './filters/status-filter.tsx';

const ViewBar = lazyExtra(async () => (await import('../shortcuts/view-bar.tsx')).ViewBar);

/** As large as its first button. Kept free without a search, too: the list must not move when one is begun. */
const VIEW_BAR_TO_COME = (
  <Button size="compact-sm" variant="subtle" mih={28} style={{ visibility: 'hidden' }}>
    Save as view…
  </Button>
);

/** Seldom there, and never silently left out. */
const UnreadableCustomers = lazyPart(async () => (await import('./unreadable-customers.tsx')).UnreadableCustomers);
const NoCustomersFound = lazyPart(async () => (await import('./no-customers-found.tsx')).NoCustomersFound);
const PastedList = lazyExtra(async () => (await import('./pasted-list.tsx')).PastedList);

/** What is too long for the URL stays whole in the box. */
const TYPED = { toUrl: (text: string) => text.slice(0, LONGEST_IN_URL), rest: 300 };

interface CustomerListProps {
  /** As in the URL. */
  query: DirectoryQuery;
  onChange: (query: DirectoryQuery) => void;
  /** The saved view that was opened, if one was. */
  viewId: string | undefined;
  onOpenView: (search: CustomersSearch) => void;
  place: ListPlace | undefined;
  onLeave: (place: ListPlace) => void;
}

/** All customers: search, filter, sort, tick and open. */
export function CustomerList({ query: inUrl, onChange, viewId, onOpenView, place, onLeave }: CustomerListProps) {
  const { text, setText, flush } = useTypedText(inUrl.q, (q) => onChange(withText(inUrl, q)), TYPED);
  const query = withText(inUrl, text);
  const { list, error, begin, retry } = useDirectoryList(query);
  const box = useRef<CustomerSearchHandle>(null);
  const table = useRef<CustomerRowsHandle>(null);
  // Only the first table after a return opens where it was left.
  const [opening, setOpening] = useState(place);
  const [pasted, setPasted] = useState<{ text: string; query: string }>();
  useLayoutEffect(
    // A browser that loses the focus while the list is removed works out the styles of all that is about to go.
    () => () => document.querySelector<HTMLElement>('main:focus-within')?.focus({ preventScroll: true }),
    [],
  );

  function search(q: string) {
    setOpening(undefined);
    setPasted(undefined);
    begin(withText(inUrl, q));
    NoCustomersFound.preload();
    window.scrollTo({ top: 0 });
    setText(q);
  }

  function change(part: Partial<DirectoryQuery>) {
    const next = { ...query, ...part };
    setOpening(undefined);
    setPasted(undefined);
    // As the URL will say it, once it does.
    begin(toDirectoryQuery(toCustomersSearch(next)));
    NoCustomersFound.preload();
    window.scrollTo({ top: 0 });
    onChange(next);
    awaitBegun();
  }

  const answer = list?.answer;
  // Until another list is asked for, also in the rail.
  const found = JSON.stringify(query);
  const isPasted = pasted?.query === found;
  return (
    <>
      <Group justify="space-between" gap="0.25rem 1rem" mih="2.25rem" mb="sm">
        <Group align="baseline" gap="0 0.75rem">
          <PageTitle>Customers</PageTitle>
          <Text role="status" c="dimmed">
            {answer ? describeCount(answer.total, answer.everyone) : error ? '' : 'Loading customers…'}
          </Text>
        </Group>
        {answer && (
          <Group gap="xs" data-no-print>
            <ListFreshness asOf={answer.asOf} />
            <ListTools query={query} total={answer.total} />
          </Group>
        )}
      </Group>
      <Group gap="0.5rem 0.75rem" mb="sm" className={classes['controls'] ?? ''}>
        <CustomerSearch
          ref={box}
          text={text}
          hasAutoFocus={place === undefined}
          onChange={search}
          onRest={flush}
          onArrowDown={() => table.current?.focusRow(0)}
          onPasteList={(text) => setPasted({ text, query: found })}
        />
        <StatusFilter status={query.status} counts={answer?.counts} onChange={(status) => change({ status })} />
        <Group gap="0.5rem 0.75rem" className={classes['narrowing'] ?? ''}>
          <FilterBar query={query} onChange={(filters) => change({ filters })} />
          {viewId !== undefined || describeSearch(toCustomersSearch(query)) !== '' ? (
            <Suspense fallback={VIEW_BAR_TO_COME}>
              <ViewBar search={{ ...toCustomersSearch(query), view: viewId }} onOpen={onOpenView} />
            </Suspense>
          ) : (
            VIEW_BAR_TO_COME
          )}
          <SortedBy sorting={query} isSearching={text.trim() !== ''} onSort={change} />
        </Group>
      </Group>
      {answer && <FindHint everyone={answer.everyone} />}
      {answer && <ListArrival answer={answer} onRetry={() => void directory.refresh().catch(noop)} />}
      <Suspense>{answer && answer.unreadable.length > 0 && <UnreadableCustomers rows={answer.unreadable} />}</Suspense>
      {/* The first screen, or what was found before, may be here although the list could not be read or searched. */}
      {error !== undefined && (!answer?.resultId || list?.isOutdated) && <ErrorPanel error={error} onRetry={retry} />}
      {!list && error === undefined && <RecordSkeleton rows={12} />}
      {list && answer?.total === 0 && (!answer.arrival || answer.arrival.isBroken) && (
        <Suspense>
          <NoCustomersFound
            query={query}
            answer={list.answer}
            onSearchAll={() => change({ status: 'all' })}
            onClearFilters={() => change({ filters: {} })}
            onClear={() => {
              search('');
              box.current?.focus();
            }}
          />
        </Suspense>
      )}
      {isPasted && list && (
        <Suspense>
          <PastedList key={pasted.text} text={pasted.text} onClose={() => setPasted(undefined)} />
        </Suspense>
      )}
      {!isPasted && list && list.answer.total > 0 && (
        <CustomerTable
          ref={table}
          list={list}
          query={query}
          place={opening}
          onSort={change}
          onLeaveTop={() => box.current?.focus()}
          onOpen={({ customer }, index) =>
            onLeave({
              search: toCustomersSearch(query),
              customerId: customer.id,
              index,
              scrollY: window.scrollY,
              total: list.answer.total,
            })
          }
        />
      )}
    </>
  );
}

function describeCount(total: number, everyone: number): string {
  return total === everyone ? plural(everyone, 'customer') : `${formatCount(total)} of ${plural(everyone, 'customer')}`;
}
