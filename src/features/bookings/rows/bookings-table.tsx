import '@mantine/core/styles/Paper.layer.css';
import { Paper, UnstyledButton, VisuallyHidden } from '@mantine/core';
import base from '#shared/table/data-table.module.css';
import { Icon } from '#shared/ui/icon.tsx';
import { BookingLine, type LineProps } from './booking-line.tsx';
import classes from './bookings-table.module.css';
import type { GroupOnPage } from '../history/page-bookings.ts';
import type { BookingsSearch, SortName } from '../search.ts';
import { describeGroup } from '../history/total-bookings.ts';

interface BookingsTableProps extends LineProps {
  groups: readonly GroupOnPage[];
  /** The groups are whole, so that what they come to can be said. */
  hasSubtotals: boolean;
  isBusy: boolean;
  onSort: (sort: SortName) => void;
}

/**
 * Bookings in their groups, a line each; on a phone each line is a card. Plain elements and links: all
 * lines are drawn again with every filter.
 */
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
    <Paper style={{ overflowX: 'auto', containerType: 'inline-size' }}>
      <table className={`${base['table']} ${classes['table']}`} aria-label="Bookings" aria-busy={isBusy}>
        <thead data-unseen="phone">
          <tr>
            {columns.map(({ name, label, isNumeric }) => (
              <th key={name} scope="col" aria-sort={sortOf(search, name)} data-numeric={isNumeric} data-heading={label}>
                <UnstyledButton className={classes['sort'] ?? ''} onClick={() => onSort(name)}>
                  {label}
                  {search.sort === name && <Icon name={search.desc ? 'arrowDown' : 'arrowUp'} size={13} />}
                </UnstyledButton>
              </th>
            ))}
            <th scope="col" data-no-print>
              <VisuallyHidden>Details</VisuallyHidden>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            {group.title !== undefined && <GroupTitle group={group} hasSubtotal={hasSubtotals} />}
            {group.onPage.map((row) => (
              <BookingLine key={row.booking.id} row={row} {...line} />
            ))}
          </tbody>
        ))}
      </table>
    </Paper>
  );
}

function GroupTitle({ group, hasSubtotal }: { group: GroupOnPage; hasSubtotal: boolean }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={6}>
        <bdi>{group.title}</bdi>
        {group.isContinued && <span className={classes['quiet']}> continued</span>}
        {hasSubtotal && (
          <span className={`${classes['quiet']} ${classes['subtotal']}`}>{describeGroup(group.totals)}</span>
        )}
      </th>
    </tr>
  );
}

function sortOf({ sort, desc }: BookingsSearch, name: SortName): 'ascending' | 'descending' | undefined {
  if (sort !== name) return undefined;
  return desc ? 'descending' : 'ascending';
}
