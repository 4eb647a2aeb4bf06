import { Skeleton } from '@mantine/core';
import classes from './customer-page.module.css';

/** As tall as the summary that takes its place. */
export function CustomerSkeleton() {
  return (
    <div className={classes['skeleton']} role="status" aria-label="Loading the customer">
      <div className={classes['skeletonPerson']}>
        <Skeleton height={48} width={48} circle />
        <Skeleton height={22} width="60%" />
      </div>
      <div>
        <Skeleton height={16} width="70%" my={6} />
        <Skeleton height={16} width="50%" my={6} />
        <Skeleton height={12} width="30%" my={8} />
      </div>
      <Skeleton height={20} width="50%" my={4} />
      <div className={classes['skeletonFacts']}>
        {['Next class', 'Credits', 'Subscription', 'Books for'].map((fact) => (
          <div key={fact}>
            <Skeleton height={12} width="35%" my={4} />
            <Skeleton height={14} width="75%" mt={8} mb={22} />
          </div>
        ))}
      </div>
    </div>
  );
}
