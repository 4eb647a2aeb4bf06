import type { UnreadableRow } from '#contract/page.ts';
import { plural } from '#shared/format/number.ts';
import classes from './customer-list.module.css';

const MOST_NAMED = 20;

/** Customers whom Reservie sent in a shape that nobody can read: never silently left out. */
export function UnreadableCustomers({ rows }: { rows: readonly UnreadableRow[] }) {
  if (rows.length === 0) return null;
  const ids = rows.flatMap(({ id }) => id ?? []).slice(0, MOST_NAMED);
  return (
    <p className={classes['unreadable']} role="note">
      {plural(rows.length, 'customer')} could not be read{ids.length > 0 && ` (${ids.join(', ')})`}, so the list and the
      search leave {rows.length === 1 ? 'this one' : 'them'} out. They exist in Reservie and can be looked at there.
    </p>
  );
}
