import { useQuery } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import type { PassPurchase } from '#contract/pass.ts';
import type { LocalDateTime } from '#contract/time.ts';
import { useStudio } from '#shared/api/studio.ts';
import { formatDate, toLocalDateTime } from '#shared/format/date-time.ts';
import { describeExpiry } from '#shared/format/expiry.ts';
import { formatPayment } from '#shared/format/payment.ts';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { RecordSkeleton } from '#shared/table/record-skeleton.tsx';
import { type RecordColumn, RecordTable } from '#shared/table/record-table.tsx';
import { ExpiryWords } from '#shared/ui/expiry-words.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { CreditsLeft } from './credits-left.tsx';
import { arrangePasses, describeStart, isCurrent, passTag } from '#shared/passes/pass-state.ts';
import { PassStatementPanel } from './pass-statement-panel.tsx';
import classes from './pass-table.module.css';
import { tabQueries } from '#shared/customer/tab-queries.ts';

/** A customer's passes: what they can still use, then what is over. */
export function PassTable({ customerId, ...controls }: PageControls & { customerId: CustomerId }) {
  const query = useQuery(tabQueries.passes(customerId, controls.page));
  const { timeZone } = useStudio();
  const now = toLocalDateTime(useNow(), timeZone);
  return (
    <PagedPanel
      {...controls}
      query={query}
      nouns={['pass', 'passes']}
      skeleton={<RecordSkeleton />}
      empty={<Notice title="No passes">This customer has not bought any. Passes are sold in Reservie.</Notice>}
    >
      {(passes) => {
        const { current, past } = arrangePasses(passes, now);
        return (
          <RecordTable
            caption="Passes"
            columns={columnsAt(now)}
            keyOf={(pass) => pass.id}
            detail={(pass) => <PassStatementPanel customerId={customerId} pass={pass} />}
            groups={[
              { title: 'Current', rows: current },
              { title: 'Past', rows: past, isPast: true },
            ]}
          />
        );
      }}
    </PagedPanel>
  );
}

function columnsAt(now: LocalDateTime): RecordColumn<PassPurchase>[] {
  return [
    { name: 'Pass', cell: (pass) => <PassName pass={pass} now={now} /> },
    { name: 'Credits', cell: (pass) => <CreditsLeft pass={pass} isOver={!isCurrent(pass, now)} />, isShort: true },
    { name: 'Bought', cell: (pass) => <Bought pass={pass} now={now} />, isShort: true },
    { name: 'Expires', cell: (pass) => <PassExpiry pass={pass} now={now} />, isShort: true },
    { name: 'Payment', cell: (pass) => pass.payment && formatPayment(pass.payment) },
  ];
}

function Bought({ pass, now }: { pass: PassPurchase; now: LocalDateTime }) {
  const start = describeStart(pass, now);
  return (
    <>
      {formatDate(pass.purchased_at)}
      {start && <div className={classes['start']}>{start}</div>}
    </>
  );
}

function PassExpiry({ pass, now }: { pass: PassPurchase; now: LocalDateTime }) {
  return <ExpiryWords expiry={describeExpiry(pass.expires_at, now, !isCurrent(pass, now))} />;
}

function PassName({ pass, now }: { pass: PassPurchase; now: LocalDateTime }) {
  const tag = passTag(pass, now);
  return (
    <>
      {pass.pass.name}
      {tag && <Tag tone={tag.tone}>{tag.words}</Tag>}
    </>
  );
}
