import type { Appointment } from '#contract/appointment.ts';
import { formatDateTime, nearDay, toLocalDate, zoneNote } from '#shared/format/date-time.ts';
import { formatDuration } from '#shared/format/duration.ts';
import classes from './appointment-table.module.css';

interface AppointmentTimeProps {
  service: Appointment['service'];
  /** In ms since 1970. */
  now: number;
  studioTimeZone: string;
}

/** "Tue 3 Mar 2026, 09:00" over "tomorrow, 45 min, Madrid time". */
export function AppointmentTime({ service, now, studioTimeZone }: AppointmentTimeProps) {
  const hints = [
    nearDay(service.datetime, toLocalDate(now, service.tz)),
    formatDuration(service.duration_minutes),
    zoneNote(service.tz, studioTimeZone),
  ];
  return (
    <>
      {formatDateTime(service.datetime)}
      <div className={classes['hints']}>{hints.filter(Boolean).join(', ')}</div>
    </>
  );
}
