import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Group, Text } from '@mantine/core';
import type { CustomerId } from '#contract/id.ts';
import type { SubscriptionMandate } from '#contract/subscription.ts';
import type { Instant, LocalDate } from '#contract/time.ts';
import { OpenInReservie } from '#shared/customer/open-in-reservie.tsx';
import { type RecordTab, type TabMoment, asTable } from '#shared/customer/record-tab.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { formatDate, toLocalDate, toStudioTime } from '#shared/format/date-time.ts';
import { formatMoney } from '#shared/format/money.ts';
import { describeGrace, describeState, renewalLabel } from '#shared/subscriptions/subscription-state.ts';
import type { Column } from '#shared/table/data-table.tsx';
import { TwoLines } from '#shared/table/record-table.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { SUBSCRIPTION_VIEWS, describeRenewals, groupSubscriptions } from './subscription-rules.ts';

/** A customer's subscriptions, those with a failed payment first. */
export function subscriptionTab({ customerId, now, timeZone }: TabMoment): RecordTab<SubscriptionMandate> {
  return {
    query: tabQueries.subscriptions(customerId),
    nouns: ['subscription', 'subscriptions'],
    empty: 'Memberships that renew themselves would stand here. They are set up in Reservie.',
    views: SUBSCRIPTION_VIEWS,
    arrange: groupSubscriptions,
    describeTotals: describeRenewals,
    ...asTable({ caption: 'Subscriptions', columns: columnsAt(toLocalDate(now, timeZone), timeZone, customerId) }),
  };
}

function columnsAt(today: LocalDate, timeZone: string, customerId: CustomerId): Column<SubscriptionMandate>[] {
  return [
    { name: 'Plan', cell: (row) => <Plan row={row} timeZone={timeZone} />, isName: true },
    { name: 'Renewal', cell: (row) => <Renewal row={row} today={today} timeZone={timeZone} /> },
    {
      name: 'Price',
      cell: ({ plan }) => formatMoney(plan.base100_price, plan.currency),
      isNumeric: true,
      isShort: true,
    },
    { name: 'State', cell: (row) => <State row={row} customerId={customerId} />, isPlain: true },
  ];
}

function Plan({ row: { plan, created, state }, timeZone }: { row: SubscriptionMandate; timeZone: string }) {
  const { meaning } = describeState(state);
  return (
    <TwoLines below={`since ${formatDate(toStudioTime(created, timeZone))}`}>
      {plan.name}
      {meaning && (
        <Text size="sm" c="var(--desk-bad)" fw={400} maw="28rem">
          {meaning}
        </Text>
      )}
    </TwoLines>
  );
}

interface RenewalProps {
  row: SubscriptionMandate;
  today: LocalDate;
  timeZone: string;
}

function Renewal({ row: { renewal_date, earliest_cancellation_date, grace }, today, timeZone }: RenewalProps) {
  const renewal = dayOf(renewal_date, timeZone);
  const cancellation = dayOf(earliest_cancellation_date, timeZone);
  const more = [
    cancellation && `can be cancelled from ${formatDate(cancellation)}`,
    grace > 0 && `grace period ${describeGrace(grace)}`,
  ];
  return (
    <TwoLines below={more.filter(Boolean).join(' · ')}>
      {renewal ? `${renewalLabel(renewal, today)} ${formatDate(renewal)}` : 'No renewal date'}
    </TwoLines>
  );
}

function State({ row: { id, state, plan }, customerId }: { row: SubscriptionMandate; customerId: CustomerId }) {
  const { words, tone } = describeState(state);
  return (
    <Group gap={4}>
      <Tag tone={tone} title={state}>
        {words}
      </Tag>
      <OpenInReservie
        kind="subscription"
        ids={{ mandateId: id }}
        customerId={customerId}
        what={`the subscription ${plan.name}`}
      />
    </Group>
  );
}

function dayOf(instant: Instant | null, timeZone: string): LocalDate | undefined {
  return instant === null ? undefined : toLocalDate(Date.parse(instant), timeZone);
}
