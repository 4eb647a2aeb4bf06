import { Skeleton } from '@mantine/core';
import classes from '../customer-list.module.css';

const ROWS = Array.from({ length: 12 }, (_, at) => at);

/** Rows to come, in the shape of rows. */
export function ListSkeleton() {
  return (
    <div className={classes['skeleton']} aria-hidden="true">
      {ROWS.map((at) => (
        <div key={at} className={classes['skeletonRow']}>
          <Skeleton height={14} width={`${45 + ((at * 17) % 35)}%`} />
          <Skeleton height={14} width={`${50 + ((at * 23) % 40)}%`} />
          <Skeleton height={14} width="7rem" />
        </div>
      ))}
    </div>
  );
}
