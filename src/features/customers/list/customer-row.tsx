import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { personName } from '#shared/format/person-name.ts';
import { Tag } from '#shared/ui/tag.tsx';
import type { DirectoryRow } from '../directory/directory-protocol.ts';
import type { MatchReason } from '../directory/match.ts';
import classes from './customer-table.module.css';
import { Highlighted } from './highlighted.tsx';

const REASONS: Record<MatchReason, string | undefined> = {
  name: undefined,
  email: 'matched on e-mail',
  mobile: 'matched on mobile',
  id: 'matched on id',
  spelling: 'similar spelling',
};

interface CustomerRowProps {
  row: DirectoryRow;
  index: number;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  onFocus: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: (row: DirectoryRow, index: number) => void;
}

/** The cells of one customer. The name is the link; it stretches over the whole row. */
export function CustomerRow({ row, index, isCurrent, onFocus, onKeyDown, onOpen }: CustomerRowProps) {
  const { customer, reason, marks } = row;
  const name = personName(customer) || customer.id;
  const why = REASONS[reason];
  return (
    <>
      <td className={classes['name']}>
        <Link
          to="/customers/$customerId"
          params={{ customerId: customer.id }}
          // Looking along the list must not spend the studio's request budget.
          preload={false}
          className={classes['link']}
          title={name}
          data-row={index}
          tabIndex={isCurrent ? 0 : -1}
          onFocus={() => onFocus(index)}
          onKeyDown={onKeyDown}
          onClick={() => onOpen(row, index)}
        >
          <bdi>
            <Highlighted text={name} ranges={marks.name} />
          </bdi>
        </Link>
        {why && <span className={classes['why']}>{why}</span>}
      </td>
      <td className={classes['email']} title={customer.email}>
        <Highlighted text={customer.email} ranges={marks.email} />
      </td>
      <td className={classes['mobile']} title={customer.mobile}>
        <Highlighted text={customer.mobile} ranges={marks.mobile} />
      </td>
      <td className={classes['status']}>
        {customer.archived ? <Tag>Archived</Tag> : <span className={classes['active']}>Active</span>}
      </td>
    </>
  );
}
