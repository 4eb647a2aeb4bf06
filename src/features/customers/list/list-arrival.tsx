import '@mantine/core/styles/Alert.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import { Alert, Button, Paper } from '@mantine/core';
import { formatCount } from '#shared/format/number.ts';
import type { DirectoryAnswer } from '../directory/directory-protocol.ts';

interface ListArrivalProps {
  answer: DirectoryAnswer;
  onRetry: () => void;
}

/** While only a part of the list is here: how much, and whether the rest is on its way. */
export function ListArrival({ answer: { arrival, everyone }, onRetry }: ListArrivalProps) {
  if (!arrival) return null;
  const part = `${formatCount(arrival.arrived)} of ${formatCount(everyone)} customers`;
  if (!arrival.isBroken) {
    if (arrival.arrived >= everyone) return null;
    // Over the list, which it would otherwise push down and up again.
    return (
      <Paper
        component="p"
        pos="fixed"
        bottom="4.5rem"
        right="1rem"
        p="0.5rem 0.75rem"
        fz="sm"
        c="dimmed"
        radius="md"
        style={{ zIndex: 10 }}
      >
        {part} have arrived; the search covers these until the rest is here.
      </Paper>
    );
  }
  return (
    <Alert color="warn" title={`Only ${part} have arrived`} role="alert">
      <p>The connection broke off. Search, filters and counts cover these customers only.</p>
      <Button variant="default" size="xs" onClick={onRetry}>
        Read the list again
      </Button>
    </Alert>
  );
}
