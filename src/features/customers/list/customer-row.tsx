import { Badge } from '@mantine/core';
import { memo } from 'react';
import { hueOf, initialsOf, personName } from '#contract/person-name.ts';
import type { DirectoryRow } from '../directory/directory-protocol.ts';
import look from './customer-row.module.css';
import classes from './customer-table.module.css';
import { Highlighted } from './highlighted.tsx';
import { REASON_WORDS } from './list-words.ts';
import type { RowActions } from './use-row-actions.ts';

interface CustomerRowProps {
  row: DirectoryRow;
  index: number;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  isSelected: boolean;
  /** As staff read it. */
  mobile: string;
  /** Always the same object, so that only rows whose customer changes are drawn again. */
  actions: RowActions;
}

/**
 * The cells of one customer. The name is the link; it stretches over the whole row. Plain elements instead of Mantine's
 * Avatar and Checkbox, and instead of the router's Link, which listens to every change of the address: a fling draws
 * hundreds of these rows a second.
 */
export const CustomerRow = memo(function CustomerRow(props: CustomerRowProps) {
  const { row, index, isCurrent, isSelected, mobile, actions } = props;
  const { customer, reason, marks } = row;
  const name = personName(customer) || customer.id;
  const why = REASON_WORDS[reason];
  return (
    <>
      <td className={classes['check']}>
        <input
          type="checkbox"
          className={classes['box']}
          aria-label={`Select ${name}`}
          checked={isSelected}
          tabIndex={isCurrent ? 0 : -1}
          onChange={({ nativeEvent, target }) => actions.onSelect(index, target.checked, hasShift(nativeEvent))}
        />
      </td>
      <td className={classes['name']}>
        <span className={look['avatar']} data-hue={hueOf(customer.id)} aria-hidden="true">
          {initialsOf(name)}
        </span>
        <span className={classes['who']}>
          <a
            href={`/customers/${customer.id}`}
            className={classes['link']}
            title={name}
            data-row={index}
            tabIndex={isCurrent ? 0 : -1}
            onFocus={() => {
              actions.onFocus(index);
              actions.onRest(customer);
            }}
            onPointerEnter={() => actions.onRest(customer)}
            onMouseDown={() => actions.onPress(customer)}
            onKeyDown={actions.onKeyDown}
            onClick={(event) => actions.onClick(event, row, index)}
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
      <td className={classes['email']} title={customer.email}>
        {marks.email.length > 0 ? (
          <Highlighted text={customer.email} ranges={marks.email} />
        ) : (
          <EmailWords email={customer.email} />
        )}
      </td>
      <td className={classes['mobile']} title={customer.mobile}>
        {mobile === customer.mobile || marks.mobile.length > 0 ? (
          <Highlighted text={customer.mobile} ranges={marks.mobile} />
        ) : (
          mobile
        )}
      </td>
      <td className={classes['status']}>
        {customer.archived && <Badge>Archived</Badge>}
        {row.newSince !== undefined && <Badge color="info">New</Badge>}
        {row.isChanged && <Badge color="warn">Changed</Badge>}
        {row.isDuplicate && <Badge>Possible duplicate</Badge>}
      </td>
    </>
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

function hasShift(event: Event): boolean {
  return 'shiftKey' in event && event.shiftKey === true;
}
