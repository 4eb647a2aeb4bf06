import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Badge, Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Customer } from '#contract/customer.ts';
import { OpenInReservie } from '#shared/customer/open-in-reservie.tsx';
import { useStudioCountry } from '#shared/api/studio.ts';
import { useMobileFormat } from '#shared/format/mobile.ts';
import { formatCount } from '#shared/format/number.ts';
import { personName } from '#contract/person-name.ts';
import { CopyButton } from '#shared/ui/copy-button.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { SummaryFacts } from '../summary/summary-facts.tsx';
import { useCustomerRecords } from '../summary/use-customer-records.ts';
import type { DuplicateGroup } from './duplicate-group.ts';
import { CALLS_FOR_ONE, REASON_WORDS } from './duplicate-words.ts';
import { mergeChecklist } from './merge-checklist.ts';

interface DuplicateCardProps {
  group: DuplicateGroup;
  /** Nothing where the role may not say so. */
  onDismiss: (() => void) | undefined;
}

/** Customers who are probably one, beside each other, with what tells them apart. */
export function DuplicateCard({ group: { customers, reasons }, onDismiss }: DuplicateCardProps) {
  const titleId = useId();
  const [isLossShown, setLossShown] = useState(false);
  const [first] = customers;
  const name = (first && personName(first)) || 'Without a name';
  return (
    <Paper p="md" component="section" aria-labelledby={titleId}>
      <Group justify="space-between" gap="xs" mb="sm">
        <Group gap="xs">
          <Title order={2} fz="lg" id={titleId}>
            <bdi>{name}</bdi>
            <Text span size="sm" c="dimmed">
              {' '}
              {customers.length} times
            </Text>
          </Title>
          {reasons.map((reason) => (
            <Badge key={reason}>{REASON_WORDS[reason]}</Badge>
          ))}
        </Group>
        {onDismiss && (
          <Button size="xs" variant="default" onClick={onDismiss}>
            Not a duplicate
          </Button>
        )}
      </Group>
      <Box
        component="ul"
        display="grid"
        style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(17rem, 100%), 1fr))', gap: '0.75rem' }}
      >
        {customers.map((customer) => (
          <Twin key={customer.id} customer={customer} customers={customers} isLossShown={isLossShown} />
        ))}
      </Box>
      {!isLossShown && (
        <Group gap="xs" mt="sm">
          <Button size="compact-sm" variant="subtle" onClick={() => setLossShown(true)}>
            What would each lose?
          </Button>
          <Text size="sm" c="dimmed">
            About {formatCount(customers.length * CALLS_FOR_ONE)} calls to Reservie
          </Text>
        </Group>
      )}
    </Paper>
  );
}

interface TwinProps {
  customer: Customer;
  customers: readonly Customer[];
  isLossShown: boolean;
}

function Twin({ customer, customers, isLossShown }: TwinProps) {
  const formatMobile = useMobileFormat();
  const country = useStudioCountry();
  const name = personName(customer) || customer.id;
  return (
    <Stack component="li" gap={4} p="sm" bd="1px solid var(--desk-border)" bdrs="md">
      <Group gap="xs">
        <Link to="/customers/$customerId" params={{ customerId: customer.id }} preload={false}>
          <Text component="bdi" fw={600}>
            {name}
          </Text>
        </Link>
        {customer.archived && <Badge>Archived</Badge>}
      </Group>
      <Fact
        text={customer.email}
        missing="No e-mail"
        differs={differs(customers, ({ email }) => email.toLowerCase())}
      />
      <Fact
        text={formatMobile(customer.mobile, country)}
        missing="No mobile"
        differs={differs(customers, ({ mobile }) => mobile.replace(/\D/g, '').slice(-10))}
      />
      <Text size="sm" c="dimmed">
        {customer.id}
      </Text>
      {isLossShown && <Loss customer={customer} />}
      <Group gap="xs" mt="auto">
        <Text size="sm" c="dimmed">
          Keep this one:
        </Text>
        <CopyButton value={mergeChecklist(customers, customer)} label={`the checklist for keeping ${customer.id}`} />
        <OpenInReservie kind="customer" customerId={customer.id} />
      </Group>
    </Stack>
  );
}

/** Read only now, because it costs calls. */
function Loss({ customer }: { customer: Customer }) {
  const records = useCustomerRecords(customer.id);
  return <SummaryFacts customerId={customer.id} records={records} now={useNow()} />;
}

function Fact({ text, missing, differs }: { text: string; missing: string; differs: boolean }) {
  const isMissing = text.trim() === '';
  return (
    <Text size={isMissing ? 'sm' : 'md'} {...(isMissing && { c: 'dimmed' })} {...(differs && { fw: 600 })}>
      {isMissing ? missing : text}
    </Text>
  );
}

function differs(customers: readonly Customer[], valueOf: (customer: Customer) => string): boolean {
  return new Set(customers.map(valueOf)).size > 1;
}
