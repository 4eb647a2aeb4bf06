import '@mantine/core/styles/Alert.layer.css';
import { Alert } from '@mantine/core';
import type { UnreadableRow } from '#contract/page.ts';
import { plural } from '#shared/format/number.ts';

const MOST_NAMED = 20;

/** Customers whom Reservie sent in a shape that cannot be read: never silently left out. */
export function UnreadableCustomers({ rows }: { rows: readonly UnreadableRow[] }) {
  const ids = rows.flatMap(({ id }) => id ?? []).slice(0, MOST_NAMED);
  return (
    <Alert color="warn" role="note" mb="sm">
      {plural(rows.length, 'customer')} could not be read{ids.length > 0 && ` (${ids.join(', ')})`}.{' '}
      {rows.length === 1 ? 'This one is' : 'These are'} missing from the list and the search, but can be looked at in
      Reservie.
    </Alert>
  );
}
