import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Table.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Badge, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CustomerId } from '#contract/id.ts';
import { isUnreadable } from '#contract/page.ts';
import type { PassPurchase } from '#contract/pass.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { GatheringProgress } from '#shared/bookings/gathering-progress.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { formatDateTime } from '#shared/format/date-time.ts';
import { formatCredits, isUnlimited } from '#shared/format/money.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { type CreditUse, creditUses, describeRemainder, passStatements } from './statement-rules.ts';

interface PassStatementPanelProps {
  customerId: CustomerId;
  pass: PassPurchase;
}

/** Where the credits of a pass went, as far as the API tells. */
export function PassStatementPanel({ customerId, pass }: PassStatementPanelProps) {
  const gathered = useQuery(bookingQueries.gathered(customerId));
  const passes = useQuery(tabQueries.passes(customerId));
  const appointments = useQuery(tabQueries.appointmentSummary(customerId));
  const { data } = gathered;
  if (!data && gathered.error) return <ErrorPanel error={gathered.error} onRetry={() => void gathered.refetch()} />;
  if (!passes.data && passes.error) return <ErrorPanel error={passes.error} onRetry={() => void passes.refetch()} />;
  if (!data || !passes.data) return <p role="status">Reading purchases…</p>;
  if (!data.isComplete) {
    const { error, isFetching, refetch } = gathered;
    return <GatheringProgress gathered={data} error={error} isReading={isFetching} onRetry={() => void refetch()} />;
  }
  const known = passes.data.data.filter((row): row is PassPurchase => !isUnreadable(row));
  const isPartial = passes.data.total > known.length;
  const paid = (appointments.data?.data ?? []).flatMap((row) => (isUnreadable(row) ? [] : [row]));
  const statement = passStatements(known, creditUses(data.purchases, paid), isPartial).get(pass.id);
  if (!statement) return <p>This pass is not on the first page: its statement cannot be made.</p>;
  const { total, left, lines } = statement;
  return (
    <Stack gap="xs" maw="44rem">
      <Text size="sm" c="dimmed">
        {isUnlimited(total) ? 'Unlimited' : `${formatCredits(total)} in, ${left} left`}. By the dates of purchase:
        Reservie tells what was paid in credits, not with which pass.
      </Text>
      <Table
        verticalSpacing={4}
        aria-label={`Where the credits of ${pass.pass.name} went`}
        data={{
          head: ['When', 'For', 'Credits'],
          body: [
            [formatDateTime(pass.purchased_at), 'Bought', isUnlimited(total) ? 'Unlimited' : `+${total}`],
            ...lines.map(({ use, isCertain }) => [
              formatDateTime(use.at),
              <Use key={use.id} use={use} isCertain={isCertain} customerId={customerId} />,
              use.isGivenBack ? '0' : `−${use.credits}`,
            ]),
          ],
        }}
      />
      <p>{describeRemainder(statement)}</p>
      {appointments.error && !appointments.data && <p>Appointments could not be read and are not in it.</p>}
    </Stack>
  );
}

interface UseProps {
  use: CreditUse;
  isCertain: boolean;
  customerId: CustomerId;
}

function Use({ use, isCertain, customerId }: UseProps) {
  return (
    <>
      {use.transactionId === undefined ? (
        use.words
      ) : (
        <Link
          to="/customers/$customerId/bookings/$transactionId"
          params={{ customerId, transactionId: use.transactionId }}
        >
          {use.words}
        </Link>
      )}{' '}
      {!isCertain && <Badge title="Another pass could have paid at that moment">Perhaps</Badge>}{' '}
      {use.isCancelled && (
        <Badge color="bad">{use.isGivenBack ? 'Cancelled, given back' : 'Cancelled, not given back'}</Badge>
      )}
      {!use.isCancelled && use.isGivenBack && <Badge color="warn">Given back</Badge>}
    </>
  );
}
