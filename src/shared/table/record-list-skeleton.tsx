import { Skeleton } from '@mantine/core';
import classes from './record-list.module.css';

/** The shape of a few records while they are on their way. */
export function RecordListSkeleton() {
  return (
    <div className={classes['list']} aria-hidden="true">
      {['46%', '34%', '52%'].map((width) => (
        <div key={width} className={classes['record']}>
          <Skeleton height={14} width={width} mb="sm" />
          <Skeleton height={12} width="80%" mb="xs" />
          <Skeleton height={12} width="64%" />
        </div>
      ))}
    </div>
  );
}
