import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import { Group, Skeleton, Stack } from '@mantine/core';
import classes from '../summary/summary.module.css';

/** As tall as the summary that takes its place. */
export function CustomerSkeleton() {
  return (
    <Stack gap="sm" className={classes['card'] ?? ''} role="status" aria-label="Loading the customer">
      <Group gap="sm">
        <Skeleton height={48} width={48} circle data-unseen="phone" />
        <Skeleton height={22} width="60%" />
      </Group>
      <div>
        <Skeleton height={16} width="70%" my={6} />
        <Skeleton height={16} width="50%" my={6} />
        <Skeleton height={12} width="30%" my={8} data-folds />
      </div>
      <Skeleton height={20} width="50%" my={4} />
      <div className={classes['facts']}>
        {['Next class', 'Credits', 'Subscription', 'Books for'].map((fact) => (
          <div key={fact}>
            <Skeleton height={12} width="35%" my={4} />
            <Skeleton height={14} width="75%" mt={8} mb={8} />
          </div>
        ))}
      </div>
    </Stack>
  );
}
