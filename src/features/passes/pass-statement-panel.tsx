import '@mantine/core/styles/Badge.layer.css';
import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { isUnreadable } from '#contract/page.ts';
import type { PassPurchase } from '#contract/pass.ts';
import { gatheredPurchases } from '#shared/bookings/purchase-queries.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { formatDateTime } from '#shared/format/date-time.ts';
import { formatCredits } from '#shared/format/money.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { creditUses, describeRemainder, passStatements } from './credit-statement.ts';
import classes from './pass-table.module.css';

interface PassStatementPanelProps {
  customerId: CustomerId;
  pass: PassPurchase;
}

/** "Where the credits went", opened in place. */
export function PassStatementPanel({ customerId, pass }: PassStatementPanelProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes['statement']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Where the credits went</summary>
      {isOpen && <Statement customerId={customerId} pass={pass} />}
    </details>
  );
}

function Statement({ customerId, pass }: PassStatementPanelProps) {
  const gathered = useQuery(gatheredPurchases(customerId));
  const passes = useQuery(tabQueries.passes(customerId));
  const appointments = useQuery(tabQueries.appointments(customerId));
  const { data } = gathered;
  if (!data && gathered.error) return <ErrorPanel error={gathered.error} onRetry={() => void gathered.refetch()} />;
  if (!data?.isComplete || !passes.data) return <p role="status">Reading purchases…</p>;
  const known = passes.data.data.filter((row): row is PassPurchase => !isUnreadable(row));
  const isPartial = passes.data.total > known.length;
  const paid = (appointments.data?.data ?? []).flatMap((row) => (isUnreadable(row) ? [] : [row]));
  const statement = passStatements(known, creditUses(data.purchases, paid), isPartial).get(pass.id);
  if (!statement) return <p>This pass is not on the first page: its statement cannot be made.</p>;
  const { total, left, lines } = statement;
  return (
    <div className={classes['statementBody']}>
      <table className={classes['lines']}>
        <caption className={classes['caption']}>
          {formatCredits(total)} in, {left} left. By the dates of purchase: Reservie tells what was paid in credits, not
          with which pass.
        </caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">For</th>
            <th scope="col">Credits</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{formatDateTime(pass.purchased_at)}</td>
            <td>Bought</td>
            <td>+{total}</td>
          </tr>
          {lines.map(({ use, isCertain }) => (
            <tr key={use.id}>
              <td>{formatDateTime(use.at)}</td>
              <td>
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
              </td>
              <td>{use.isGivenBack ? '0' : `−${use.credits}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{describeRemainder(statement)}</p>
      {appointments.error && !appointments.data && <p>Appointments could not be read and are not in it.</p>}
    </div>
  );
}
