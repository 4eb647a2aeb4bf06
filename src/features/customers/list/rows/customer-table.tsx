import '@mantine/core/styles/Badge.layer.css';
import { CustomerRows, type CustomerRowsProps } from './customer-rows.tsx';
import classes from './customer-table.module.css';
import { SelectAll } from './select-all.tsx';
import { useRowLook } from './use-row-look.ts';
import { SortHeader, type Sorting } from '../sorting/sort-header.tsx';

interface CustomerTableProps extends Omit<CustomerRowsProps, 'look'> {
  onSort: (sorting: Sorting) => void;
}

/** All customers who were found, of whom only those on screen are drawn; the page itself scrolls. */
export function CustomerTable({ onSort, ...rest }: CustomerTableProps) {
  const { list, query } = rest;
  const { total } = list.answer;
  const look = useRowLook();
  // A search without an order of its own stands in order of the best match, which is no column's.
  const sorting: Sorting = { sort: query.sort, direction: query.direction };
  const byName: Sorting = sorting.sort === 'firstname' ? { ...sorting, sort: 'name' } : sorting;
  return (
    <div className={classes['panel']}>
      <table className={classes['table']} aria-label="Customers" aria-rowcount={total + 1} aria-busy={list.isOutdated}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes['check']}>
              <SelectAll query={query} total={total} />
            </th>
            <SortHeader
              label="Name"
              hint={sorting.sort === 'firstname' ? 'by first name' : 'by last name'}
              column="name"
              sorting={byName}
              onSort={({ direction }) =>
                onSort({ sort: sorting.sort === 'firstname' ? 'firstname' : 'name', direction })
              }
            />
            <SortHeader label="E-mail" column="email" sorting={sorting} onSort={onSort} />
            <SortHeader label="Mobile" column="mobile" sorting={sorting} onSort={onSort} />
            <SortHeader label="Status" column="status" sorting={sorting} onSort={onSort} />
          </tr>
        </thead>
        <CustomerRows {...rest} look={look} />
      </table>
    </div>
  );
}
