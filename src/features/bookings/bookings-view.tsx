import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { BookingId } from '#contract/id.ts';
import { Suspense } from 'react';
import { Pager } from '#shared/table/pager.tsx';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';
import classes from './bookings-panel.module.css';
import type { BookingsListProps } from './bookings-panel-props.ts';
import { BookingsTable } from './rows/bookings-table.tsx';
import type { NamesById } from './filters/describe-filter.ts';
import type { GroupOnPage } from './history/page-bookings.ts';
import { PAGE_SIZES, type SortName, isFiltered } from './search.ts';

const FilterChips = lazyExtra(async () => (await import('./filters/filter-chips.tsx')).FilterChips);
const NoBookings = lazyExtra(async () => (await import('./rows/no-bookings.tsx')).NoBookings);
const PageSizeSelect = lazyExtra(async () => (await import('./page-size-select.tsx')).PageSizeSelect);

interface BookingsViewProps extends BookingsListProps {
  groups: readonly GroupOnPage[];
  overlaps: ReadonlySet<BookingId>;
  /** The groups are whole, not only what of them stands on this page. */
  hasSubtotals: boolean;
  names: NamesById;
  /** Other rows are on their way. */
  isBusy: boolean;
  /** What is shown is all there is. */
  isSettled: boolean;
  /** Nothing was ever booked, or nothing that Reservie was asked for. */
  isNothing: boolean;
  /** Some of it could not be read, and is listed as such. */
  hasUnreadable: boolean;
  /** "6 bookings", and what they are: "of classes from 1 Nov to 31 Jan · 7 spaces". */
  count: string;
  sentence: string;
  pages: { page: number; pageSize: number; total: number };
  noun: string;
}

/** What is shown, in a sentence, and below it the rows with their pages. */
export function BookingsView({ count, sentence, pages, noun, names, ...props }: BookingsViewProps) {
  const { search, groups, isSettled, onFilter } = props;
  const isFirstScreenOver = useAfterFirstScreen(0);

  function sortBy(sort: SortName) {
    if (search.sort !== sort) return onFilter({ sort, desc: undefined });
    return onFilter(search.desc ? { sort: undefined, desc: undefined } : { desc: true });
  }

  return (
    <Stack
      component="section"
      gap="0.625rem"
      className={classes['list'] ?? ''}
      aria-label="Bookings"
      aria-busy={!isSettled}
    >
      {isFiltered(search) && (
        <Suspense fallback={<ChipsLine />}>
          <FilterChips search={search} names={names} onFilter={onFilter} />
        </Suspense>
      )}
      <Text component="output" c="dimmed" className={classes['summary'] ?? ''}>
        <Text span inherit fw={600} c="var(--desk-text)">
          {count}
        </Text>{' '}
        {sentence}
      </Text>
      {groups.length === 0 ? (
        isSettled && (
          <Suspense>
            <NoBookings
              search={search}
              isNothing={props.isNothing}
              hasUnreadable={props.hasUnreadable}
              total={pages.total}
              onFilter={onFilter}
            />
          </Suspense>
        )
      ) : (
        <BookingsTable
          customerId={props.customerId}
          search={search}
          groups={groups}
          overlaps={props.overlaps}
          hasSubtotals={props.hasSubtotals}
          isBusy={props.isBusy}
          now={props.now}
          timeZone={props.timeZone}
          onOpen={props.onOpen}
          onSort={sortBy}
          renderCustomerLink={props.renderCustomerLink}
          renderPurchaseLink={props.renderPurchaseLink}
        />
      )}
      <Pager {...pages} />
      {pages.total > PAGE_SIZES[0] && isFirstScreenOver && (
        <Suspense>
          <PageSizeSelect search={search} noun={noun} onFilter={onFilter} />
        </Suspense>
      )}
    </Stack>
  );
}

/** Keeps the line free in which they will stand: a click on what is below must not miss because it moves. */
function ChipsLine() {
  return (
    <Group gap="xs" style={{ visibility: 'hidden' }}>
      <Button size="compact-sm">Clear filters</Button>
    </Group>
  );
}
