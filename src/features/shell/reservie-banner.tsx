import type { ReservieHealth } from '#contract/gateway.ts';
import { toStudioTime } from '#shared/format/date-time.ts';
import { describeHealth } from './describe-health.ts';
import classes from './reservie-banner.module.css';

/** One line for everybody while Reservie limits, refuses or does not answer us. */
export function ReservieBanner({ health, timeZone }: { health: ReservieHealth; timeZone: string }) {
  return (
    <p role="status" className={classes['banner']}>
      {describeHealth(health, toStudioTime(health.since, timeZone).slice(11, 16))}
    </p>
  );
}
