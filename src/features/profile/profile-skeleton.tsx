import '@mantine/core/styles/Skeleton.layer.css';
import { Paper, Skeleton } from '@mantine/core';
import formClasses from '#shared/form/form-shell.module.css';

const FIELDS = ['first name', 'last name', 'e-mail', 'mobile'];

/** The shape of the form while its profile is on the way. */
export function ProfileSkeleton() {
  return (
    <Paper maw="48rem" aria-hidden="true">
      <div className={formClasses['fields']}>
        {FIELDS.map((field) => (
          <Skeleton key={field} height={60} />
        ))}
      </div>
      <div className={formClasses['actions']}>
        <Skeleton height={36} width={140} />
      </div>
    </Paper>
  );
}
