import { Skeleton } from '@mantine/core';
import classes from './customer-header.module.css';

export function CustomerSkeleton() {
  return (
    <div role="status" aria-label="Loading the customer">
      <div className={classes['name']}>
        <Skeleton height={28} width={220} />
      </div>
      <div className={classes['contacts']}>
        <Skeleton height={18} width={190} my={5} />
        <Skeleton height={18} width={120} my={5} />
      </div>
    </div>
  );
}
