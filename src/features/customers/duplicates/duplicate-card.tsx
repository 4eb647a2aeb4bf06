import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import { Badge, Button, Group, Paper } from '@mantine/core';
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
import classes from './duplicates.module.css';
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
          <h2 id={titleId} className={classes['title']}>
            <bdi>{name}</bdi>
            <span className={classes['quiet']}> {customers.length} times</span>
          </h2>
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
      <ul className={classes['twins']}>
        {customers.map((customer) => (
          <Twin key={customer.id} customer={customer} customers={customers} isLossShown={isLossShown} />
        ))}
      </ul>
      {!isLossShown && (
        <Group gap="xs" mt="sm">
          <Button size="compact-sm" variant="subtle" onClick={() => setLossShown(true)}>
            What would each lose?
          </Button>
          <span className={classes['quiet']}>
            About {formatCount(customers.length * CALLS_FOR_ONE)} calls to Reservie
          </span>
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
    <li className={classes['twin']}>
      <Group gap="xs">
        <Link
          to="/customers/$customerId"
          params={{ customerId: customer.id }}
          preload={false}
          className={classes['name']}
        >
          <bdi>{name}</bdi>
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
      <span className={classes['quiet']}>{customer.id}</span>
      {isLossShown && <Loss customer={customer} />}
      <Group gap="xs" mt="auto">
        <span className={classes['quiet']}>Keep this one:</span>
        <CopyButton value={mergeChecklist(customers, customer)} label={`the checklist for keeping ${customer.id}`} />
        <OpenInReservie kind="customer" customerId={customer.id} />
      </Group>
    </li>
  );
}

/** Read only now, because it costs calls. */
function Loss({ customer }: { customer: Customer }) {
  const records = useCustomerRecords(customer.id);
  return <SummaryFacts customerId={customer.id} records={records} now={useNow()} />;
}

function Fact({ text, missing, differs }: { text: string; missing: string; differs: boolean }) {
  if (text.trim() === '') return <span className={classes['quiet']}>{missing}</span>;
  return <span className={differs ? classes['differs'] : undefined}>{text}</span>;
}

function differs(customers: readonly Customer[], valueOf: (customer: Customer) => string): boolean {
  return new Set(customers.map(valueOf)).size > 1;
}
