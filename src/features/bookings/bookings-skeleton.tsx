import { Skeleton } from '@mantine/core';
import classes from './bookings-skeleton.module.css';

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];

/** The shape of the table while its purchases are on the way. */
export function BookingsSkeleton() {
  return (
    <div className={classes['panel']} aria-hidden="true">
      {ROWS.map((row) => (
        <div key={row} className={classes['row']}>
          <Skeleton height={12} width="70%" />
          <Skeleton height={12} width="85%" />
          <Skeleton height={12} width="60%" />
          <Skeleton height={12} width="40%" />
        </div>
      ))}
    </div>
  );
}
