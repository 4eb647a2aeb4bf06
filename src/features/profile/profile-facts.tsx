import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Paper, Text } from '@mantine/core';
import type { CustomerProfile } from '#contract/customer.ts';
import { FactList } from '#shared/ui/fact-list.tsx';

/** For roles that may look but not edit; what it shows comes masked. */
export function ProfileFacts({ profile: { firstname, lastname, email, mobile } }: { profile: CustomerProfile }) {
  return (
    <Paper component="section" maw="48rem" p="lg" aria-label="Profile">
      <FactList
        isLong
        facts={[
          { name: 'First name', value: <bdi>{firstname}</bdi> },
          { name: 'Last name', value: <bdi>{lastname}</bdi> },
          { name: 'E-mail address', value: email || undefined },
          { name: 'Mobile number', value: mobile || undefined },
        ]}
      />
      <Text size="sm" c="dimmed" mt="md">
        The desk and managers see these in full and can edit them. Your role does not allow this: ask a manager.
      </Text>
    </Paper>
  );
}
