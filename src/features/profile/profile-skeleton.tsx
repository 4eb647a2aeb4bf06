import { Skeleton } from '@mantine/core';
import formClasses from '#shared/form/form-shell.module.css';
import classes from './profile-form.module.css';

/** The shape of the form while its profile is on the way. */
export function ProfileSkeleton() {
  return (
    <div className={formClasses['form']} aria-hidden="true">
      <div className={classes['names']}>
        <Skeleton height={60} />
        <Skeleton height={60} />
      </div>
      <Skeleton height={60} />
      <Skeleton height={60} />
      <Skeleton height={36} width={140} />
    </div>
  );
}
