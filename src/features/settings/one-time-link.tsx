import { useStudio } from '#shared/api/studio.ts';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { CopyButton } from '#shared/ui/copy-button.tsx';
import classes from './staff.module.css';

interface OneTimeLinkProps {
  /** Whom to send it to. */
  email: string;
  link: string;
  expiresAt: string;
  /** "invitation link": what is copied. */
  name: string;
}

/** A link that the gateway says once: only its reader can pass it on. */
export function OneTimeLink({ email, link, expiresAt, name }: OneTimeLinkProps) {
  const { timeZone } = useStudio();
  return (
    <div className={classes['link']} role="status">
      <p>
        Send this link to <strong>{email}</strong>. It works once, until{' '}
        {formatDateTime(toStudioTime(expiresAt, timeZone))}, and is not shown again.
      </p>
      <p className={classes['address']}>
        <span>{link}</span>
        <CopyButton value={link} label={name} />
      </p>
    </div>
  );
}
