import '@mantine/core/styles/Group.layer.css';
import { Group } from '@mantine/core';
import { Suspense } from 'react';
import type { CustomerId } from '#contract/id.ts';
import type { PassPurchase } from '#contract/pass.ts';
import type { LocalDateTime } from '#contract/time.ts';
import { OpenInReservie } from '#shared/customer/open-in-reservie.tsx';
import { type RecordTab, type TabMoment, asTable } from '#shared/customer/record-tab.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { formatDate } from '#shared/format/date-time.ts';
import { describeExpiry } from '#shared/format/expiry.ts';
import { formatPayment } from '#shared/format/payment.ts';
import { describeStart, isCurrent } from '#shared/passes/pass-state.ts';
import type { Column } from '#shared/table/data-table.tsx';
import { TwoLines } from '#shared/table/record-table.tsx';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { ExpiryWords, Tag } from '#shared/ui/tag.tsx';
import { CreditsLeft } from './credits-left.tsx';
import { describePassState, describePassTotals, groupPasses, passViews } from './pass-rules.ts';

const PassStatementPanel = lazyExtra(() =>
  import('./pass-statement-panel.tsx').then((module) => module.PassStatementPanel),
);

/** A customer's passes: what they can still use, then what is over. */
export function passTab({ customerId, localNow: now }: TabMoment): RecordTab<PassPurchase> {
  return {
    query: tabQueries.passes(customerId),
    nouns: ['pass', 'passes'],
    empty: 'Passes this customer bought, with their credits, would stand here. They are sold in Reservie.',
    searchLabel: 'Search passes',
    textOf: ({ pass }) => pass.name,
    views: passViews(now),
    arrange: (rows) => groupPasses(rows, now),
    describeTotals: (rows) => describePassTotals(rows, now),
    ...asTable({
      caption: 'Passes',
      columns: columnsAt(now, customerId),
      more: {
        label: ({ pass, purchased_at }) => `Where the credits went: ${pass.name}, bought ${formatDate(purchased_at)}`,
        render: (pass) => (
          <Suspense>
            <PassStatementPanel customerId={customerId} pass={pass} />
          </Suspense>
        ),
      },
    }),
  };
}

function columnsAt(now: LocalDateTime, customerId: CustomerId): Column<PassPurchase>[] {
  return [
    {
      name: 'Pass',
      cell: (pass) => <TwoLines below={`bought ${formatDate(pass.purchased_at)}`}>{pass.pass.name}</TwoLines>,
      isName: true,
    },
    { name: 'Credits', cell: (pass) => <CreditsLeft pass={pass} isOver={!isCurrent(pass, now)} />, isShort: true },
    {
      name: 'Until',
      cell: (pass) => (
        <TwoLines below={describeStart(pass, now)}>
          <ExpiryWords expiry={describeExpiry(pass.expires_at, now, !isCurrent(pass, now))} />
        </TwoLines>
      ),
      isShort: true,
    },
    { name: 'Paid', cell: ({ payment }) => payment && formatPayment(payment), isNumeric: true, isShort: true },
    { name: 'State', cell: (pass) => <State pass={pass} now={now} customerId={customerId} />, isPlain: true },
  ];
}

function State({ pass, now, customerId }: { pass: PassPurchase; now: LocalDateTime; customerId: CustomerId }) {
  const { words, tone } = describePassState(pass, now);
  return (
    <Group gap={4}>
      <Tag tone={tone}>{words}</Tag>
      <OpenInReservie
        kind="pass"
        ids={{ packageId: pass.id }}
        customerId={customerId}
        what={`the pass ${pass.pass.name}, bought ${formatDate(pass.purchased_at)},`}
      />
    </Group>
  );
}
