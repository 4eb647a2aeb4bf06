import '@mantine/core/styles/Table.layer.css';
import { Table, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { plural } from '#shared/format/number.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { BookingLine, type LineProps } from './booking-line.tsx';
import classes from './bookings-table.module.css';
import type { GroupOnPage } from './page-bookings.ts';
import type { BookingsSearch, SortName } from './search.ts';
import { describeTotals } from './total-bookings.ts';

interface BookingsTableProps extends LineProps {
  groups: readonly GroupOnPage[];
  /** The groups are whole, so that what they come to can be said. */
  hasSubtotals: boolean;
  isBusy: boolean;
  onSort: (sort: SortName) => void;
}

/** Bookings in their groups, a line each; on a phone each line is a card. */
export function BookingsTable({ groups, hasSubtotals, isBusy, onSort, ...line }: BookingsTableProps) {
  const { search } = line;
  const columns: { name: SortName; label: string; isNumeric?: boolean }[] = [
    { name: 'when', label: search.by === 'purchase' ? 'Bought' : 'When' },
    { name: 'class', label: 'Class' },
    { name: 'for', label: 'For' },
    { name: 'paid', label: 'Paid', isNumeric: true },
    { name: 'state', label: 'State' },
  ];
  return (
    <div className={classes['panel']}>
      <Table className={classes['table'] ?? ''} aria-label="Bookings" aria-busy={isBusy}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name, label, isNumeric }) => (
              <Table.Th key={name} scope="col" aria-sort={sortOf(search, name)} data-numeric={isNumeric}>
                <UnstyledButton className={classes['sort'] ?? ''} onClick={() => onSort(name)}>
                  {label}
                  {search.sort === name && <Icon name={search.desc ? 'arrowDown' : 'arrowUp'} size={13} />}
                </UnstyledButton>
              </Table.Th>
            ))}
            <Table.Th scope="col" data-no-print>
              <VisuallyHidden>Details</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        {groups.map((group) => (
          <Table.Tbody key={group.key}>
            {group.title !== undefined && <GroupTitle group={group} hasSubtotal={hasSubtotals} />}
            {group.onPage.map((row) => (
              <BookingLine key={row.booking.id} row={row} {...line} />
            ))}
          </Table.Tbody>
        ))}
      </Table>
    </div>
  );
}

function GroupTitle({ group, hasSubtotal }: { group: GroupOnPage; hasSubtotal: boolean }) {
  const { totals } = group;
  const sums = [plural(totals.bookings, 'booking'), describeTotals(totals)].filter((part) => part !== '').join(' · ');
  return (
    <Table.Tr className={classes['group'] ?? ''}>
      <Table.Th scope="rowgroup" colSpan={6}>
        <bdi>{group.title}</bdi>
        {group.isContinued && <span className={classes['quiet']}> continued</span>}
        {hasSubtotal && <span className={classes['subtotal']}>{sums}</span>}
      </Table.Th>
    </Table.Tr>
  );
}

function sortOf({ sort, desc }: BookingsSearch, name: SortName): 'ascending' | 'descending' | undefined {
  if (sort !== name) return undefined;
  return desc ? 'descending' : 'ascending';
}
