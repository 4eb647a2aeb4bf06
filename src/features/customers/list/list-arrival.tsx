import '@mantine/core/styles/Alert.layer.css';
import { Alert, Button } from '@mantine/core';
import { formatCount } from '#shared/format/number.ts';
import type { DirectoryAnswer } from '../directory/directory-protocol.ts';
import classes from './customer-list.module.css';

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
    return <p className={classes['arrival']}>{part} have arrived; the search covers these until the rest is here.</p>;
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
