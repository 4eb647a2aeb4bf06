import '@mantine/core/styles/Avatar.layer.css';
import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import { Avatar, Badge, Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import type { CustomerProfile } from '#contract/customer.ts';
import { studioSettingsQuery, useStudioSettings } from '#shared/api/studio-settings.ts';
import { useStudio } from '#shared/api/studio.ts';
import { initialsOf, personName } from '#contract/person-name.ts';
import { PageTitle } from '#shared/ui/page-title.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { CustomerContacts } from '../header/customer-contacts.tsx';
import { findAlerts } from './alert-rules.ts';
import { SummaryActions } from './summary-actions.tsx';
import { SummaryAlerts } from './summary-alerts.tsx';
import { SummaryFacts } from './summary-facts.tsx';
import classes from './summary.module.css';
import { type CustomerRecords } from './use-customer-records.ts';

interface SummaryCardProps {
  profile: CustomerProfile;
  isArchived: boolean;
  records: CustomerRecords;
}

/** Who this is, how to reach them, and what staff should know before they speak. A filter of a tab does not draw it again. */
export const SummaryCard = memo(function SummaryCard({ profile, isArchived, records }: SummaryCardProps) {
  const name = personName(profile) || profile.id;
  const { timeZone } = useStudio();
  const settings = useStudioSettings();
  const { isLoading: isAsking } = useQuery(studioSettingsQuery);
  const now = useNow();
  const [isWhole, setWhole] = useState(false);
  const { purchases, passes, appointments, subscriptions, notes } = records;
  const alerts = findAlerts(
    {
      purchases: purchases.value,
      passes: passes.value,
      appointments: appointments.value,
      subscriptions: subscriptions.value,
      noteCount: notes.value,
    },
    { customerId: profile.id, now, timeZone, settings },
  );
  // Alerts appear together, by what the studio means by soon: none comes later or goes again.
  const isLoading =
    isAsking || [purchases, passes, appointments, subscriptions, notes].some((known) => known.isLoading);
  return (
    <Stack gap="sm" className={classes['card'] ?? ''} data-whole={isWhole || undefined}>
      <Group gap="sm" wrap="nowrap">
        <Avatar size={48} aria-hidden="true" flex="none" data-unseen="phone">
          {initialsOf(name)}
        </Avatar>
        <Stack gap={4} align="flex-start" miw={0}>
          <PageTitle tab={name} fz="xl">
            <bdi>{name}</bdi>
          </PageTitle>
          {isArchived && <Badge title="Archived in Reservie: hidden from its everyday lists">Archived</Badge>}
        </Stack>
        <Button
          size="compact-sm"
          variant="subtle"
          ml="auto"
          flex="none"
          className={classes['more'] ?? ''}
          data-no-print
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Less' : 'More'}
        </Button>
      </Group>
      <CustomerContacts profile={profile} />
      <SummaryAlerts customerId={profile.id} alerts={alerts} isLoading={isLoading} />
      <SummaryFacts customerId={profile.id} records={records} now={now} />
      <SummaryActions customerId={profile.id} name={name} records={records} now={now} />
    </Stack>
  );
});
