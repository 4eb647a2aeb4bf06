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
