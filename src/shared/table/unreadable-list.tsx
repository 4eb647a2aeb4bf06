import '@mantine/core/styles/Alert.layer.css';
import { Alert } from '@mantine/core';
import type { UnreadableRow } from '#contract/page.ts';

/** Rows of Reservie that cannot be read: never dropped, always named. `noun`: "pass". */
export function UnreadableList({ rows, noun }: { rows: UnreadableRow[]; noun: string }) {
  if (rows.length === 0) return null;
  return (
    <Alert color="warn">
      <ul style={{ display: 'grid', gap: '0.375rem' }}>
        {rows.map(({ id }, index) => (
          // A row without an id has nothing but its place.
          <li key={id ?? `row ${index}`}>
            This {noun} could not be read{id === null ? '' : ` (${id})`}. It exists in Reservie and can be looked at
            there.
          </li>
        ))}
      </ul>
    </Alert>
  );
}
