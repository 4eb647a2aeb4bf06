import { Badge } from '@mantine/core';
import { memo } from 'react';
import type { Customer } from '#contract/customer.ts';
import { hueOf, initialsOf, personName } from '#contract/person-name.ts';
import type { FormatMobile } from '#shared/format/mobile.ts';
import type { DirectoryRow } from '../../directory/directory-protocol.ts';
import look from './customer-row.module.css';
import classes from './customer-table.module.css';
import { Highlighted } from './highlighted.tsx';
import { REASON_WORDS } from '../list-words.ts';
import type { RowActions } from './use-row-actions.ts';

/** Stands in a row whose customer is on the way; nothing of it is seen or read out. */
const WAITING: Omit<DirectoryRow, 'customer'> & { customer: Omit<Customer, 'id'> & { id: string } } = {
  customer: { id: 'cust_', type: 'customer', firstname: '', lastname: '', email: '', mobile: '', archived: false },
  reason: 'name',
  marks: { name: [], email: [], mobile: [] },
};

interface CustomerRowProps {
  /** Nothing while it is on its way. */
  row: DirectoryRow | undefined;
  index: number;
  /** In pixels from the first row's. */
  top: number;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  isSelected: boolean;
  formatMobile: FormatMobile;
  country: string;
  /** Always the same object, so that only rows whose customer changes are drawn again. */
  actions: RowActions;
}

/**
 * One customer. The name is the link; it stretches over the whole row. Plain elements instead of Mantine's Avatar and
 * Checkbox, and instead of the router's Link, which listens to every change of the address: a fling draws hundreds of
 * these rows a second. Whatever they show they have the same elements, of which a recycled row changes the text.
 */
export const CustomerRow = memo(function CustomerRow(props: CustomerRowProps) {
  const { row = WAITING, index, top, isCurrent, isSelected, formatMobile, country, actions } = props;
  const { customer, reason, marks } = row;
  const name = personName(customer) || customer.id;
  const why = REASON_WORDS[reason];
  const mobile = formatMobile(customer.mobile, country);
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <tr
      data-index={index}
      data-archived={customer.archived || undefined}
      data-selected={isSelected || undefined}
      data-waiting={row === WAITING || undefined}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td className={classes['check']}>
        <input
          type="checkbox"
          className={classes['box']}
          aria-label={`Select ${name}`}
          checked={isSelected}
          tabIndex={tabIndex}
          onChange={actions.onTick}
        />
      </td>
      <td className={classes['name']}>
        <span className="desk-avatar" data-hue={hueOf(customer.id)} aria-hidden="true">
          {initialsOf(name)}
        </span>
        <span className={classes['who']}>
          <a
            href={`/customers/${customer.id}`}
            className={classes['link']}
            tabIndex={tabIndex}
            onFocus={actions.onFocus}
            onPointerEnter={actions.onPointerEnter}
            onPointerLeave={actions.onPointerLeave}
            onKeyDown={actions.onKeyDown}
            onMouseDown={actions.onMouseDown}
            onClick={actions.onClick}
          >
            <bdi>
              <Highlighted text={name} ranges={marks.name} />
            </bdi>
          </a>
          {why && (
            <span className={look['why']} data-weak={reason === 'spelling'}>
              {why}
            </span>
          )}
        </span>
      </td>
      <td className={classes['email']}>
        {marks.email.length > 0 ? (
          <Highlighted text={customer.email} ranges={marks.email} />
        ) : (
          <EmailWords email={customer.email} />
        )}
      </td>
      <td className={classes['mobile']}>
        <Highlighted text={marks.mobile.length > 0 ? customer.mobile : mobile} ranges={marks.mobile} />
      </td>
      <td className={classes['status']}>
        {customer.archived && <Badge>Archived</Badge>}
        {row.newSince !== undefined && <Badge color="info">New</Badge>}
        {row.isChanged && <Badge color="warn">Changed</Badge>}
        {row.isDuplicate && <Badge>Possible duplicate</Badge>}
      </td>
    </tr>
  );
});

/** An address that is too wide breaks before its @, nowhere else. */
function EmailWords({ email }: { email: string }) {
  const at = email.lastIndexOf('@');
  if (at < 0) return email;
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}
