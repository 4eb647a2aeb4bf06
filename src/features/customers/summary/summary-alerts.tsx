import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Badge, Group, Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CustomerId } from '#contract/id.ts';
import type { AlertPlace, SummaryAlert } from './alert-rules.ts';
import classes from './summary.module.css';

const TABS = {
  bookings: '/customers/$customerId/bookings',
  passes: '/customers/$customerId/passes',
  appointments: '/customers/$customerId/appointments',
  subscriptions: '/customers/$customerId/subscriptions',
  notes: '/customers/$customerId/notes',
} as const satisfies Record<AlertPlace, string>;

interface SummaryAlertsProps {
  customerId: CustomerId;
  alerts: readonly SummaryAlert[];
  /** More may come: all are shown at once, so that none moves while it is read. */
  isLoading: boolean;
}

export function SummaryAlerts({ customerId, alerts, isLoading }: SummaryAlertsProps) {
  if (isLoading) {
    return (
      <Group gap={6} className={classes['alerts'] ?? ''} role="status" aria-label="Looking for what matters">
        <Skeleton height={20} width={96} radius="sm" />
        <Skeleton height={20} width={72} radius="sm" />
      </Group>
    );
  }
  if (alerts.length === 0)
    return (
      <Text size="sm" c="dimmed" mih={28} data-no-print>
        Nothing to watch out for
      </Text>
    );
  return (
    <Group component="ul" gap={6} className={classes['alerts'] ?? ''} aria-label="Alerts">
      {alerts.map(({ words, color, place }) => (
        <li key={words}>
          <Badge
            color={color}
            className={classes['alert'] ?? ''}
            mih={24}
            style={{ whiteSpace: 'normal' }}
            renderRoot={(props) => (
              <Link {...props} to={TABS[place]} params={{ customerId }} resetScroll={false}>
                {words}
              </Link>
            )}
          />
        </li>
      ))}
    </Group>
  );
}
