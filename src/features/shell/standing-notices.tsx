import '@mantine/core/styles/Alert.layer.css';
import { Alert } from '@mantine/core';
import type { ReservieHealth } from '#contract/gateway.ts';
import { formatTime, toStudioTime } from '#shared/format/date-time.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { describeHealth } from './describe-health.ts';

/** One line on every page while Reservie limits, refuses or does not answer us. */
export function ReservieBanner({ health, timeZone }: { health: ReservieHealth; timeZone: string }) {
  return (
    <Alert role="status" color="warn" mb="md" icon={<Icon name="alert" />}>
      {describeHealth(health, formatTime(toStudioTime(health.since, timeZone)))}
    </Alert>
  );
}

/** Says that this computer's clock is wrong. What is shown goes by the gateway's, so it is a hint and no alarm. */
export function ClockNotice({ error }: { error: string }) {
  return (
    <Alert role="status" color="warn" mb="md" icon={<Icon name="alert" />}>
      The clock of this computer is {error}. Dates here go by the server’s clock and are right; please set the
      computer’s.
    </Alert>
  );
}
