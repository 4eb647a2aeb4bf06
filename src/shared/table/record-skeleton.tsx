import { Skeleton } from '@mantine/core';
import classes from './record-list.module.css';

const WIDTHS = ['62%', '48%', '70%', '55%', '40%'];

/** The shape of a table of records while it is on its way. */
export function RecordSkeleton() {
  return (
    <div className={classes['list']} aria-hidden="true">
      {WIDTHS.map((width) => (
        <div key={width} className={classes['shape']}>
          <Skeleton height={14} width={width} />
          <Skeleton height={14} width="60%" />
          <Skeleton height={14} width="50%" />
        </div>
      ))}
    </div>
  );
}
