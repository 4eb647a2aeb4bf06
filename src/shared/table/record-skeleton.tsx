import '@mantine/core/styles/Paper.layer.css';
import { Paper, Skeleton } from '@mantine/core';
import classes from './record-skeleton.module.css';

const WIDTHS = ['62%', '48%', '70%', '55%', '40%'];

/** The shape of a table of records while it is on its way. */
export function RecordSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <Paper aria-hidden="true" data-lines>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className={classes['shape']}>
          <Skeleton height={14} width={WIDTHS[at % WIDTHS.length] ?? ''} />
          <Skeleton height={14} width="60%" />
          <Skeleton height={14} width="50%" />
        </div>
      ))}
    </Paper>
  );
}
