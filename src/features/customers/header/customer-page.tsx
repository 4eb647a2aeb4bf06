import '@mantine/core/styles/Paper.layer.css';
import { Box, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useDeferredValue, useState } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { isNotFound } from '#shared/api/errors.ts';
import { onGatewayClock } from '#shared/format/gateway-clock.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { lazyPart } from '#shared/ui/lazy-part.tsx';
import { PageTitle } from '#shared/ui/page-title.tsx';
import { RefreshNote } from '#shared/ui/refresh-note.tsx';
import { type TabLink, TabLinks } from '#shared/ui/tab-links.tsx';
import { useKnownCustomer } from '../directory/known-customer.tsx';
import { customerQueries } from '../queries.ts';
import { SummaryCard } from '../summary/summary-card.tsx';
import { type CustomerRecords, useCustomerRecords } from '../summary/use-customer-records.ts';
import classes from './customer-page.module.css';
import { CustomerSkeleton } from './customer-skeleton.tsx';

const CustomerNotFound = lazyPart(async () => (await import('./customer-not-found.tsx')).CustomerNotFound);

interface CustomerPageProps {
  customerId: CustomerId;
  /** How many records a tab holds is known where the summary has read them. */
  tabsOf: (totals: CustomerRecords['totals']) => readonly TabLink[];
  /** Above the page: back to the list, the next and the previous customer. */
  trail: ReactNode;
  /** Back to the list, where there is no customer. */
  listLink: ReactNode;
  children: ReactNode;
}

/**
 * A customer's summary beside one of the tabs. Neither waits for the other nor falls with it: only a customer who does not
 * exist takes the place of both.
 */
export function CustomerPage({ customerId, tabsOf, trail, listLink, children }: CustomerPageProps) {
  const { data, error, dataUpdatedAt, refetch } = useQuery(customerQueries.profile(customerId));
  const known = useKnownCustomer(customerId);
  const records = useCustomerRecords(customerId);
  // The list knows who they are before the profile has been read.
  const person = data?.data ?? known;
  // The outline may have rows, which must not go and come back.
  const [hasOutline] = useState(() => document.querySelector('.outline') !== null);
  // What is asked first is answered first: where the summary can be shown at once, the tab is drawn right after it.
  const tab = useDeferredValue(children, records.passes.value && person && !hasOutline ? null : children);
  if (isNotFound(error)) {
    return (
      <Suspense fallback={<CustomerSkeleton />}>
        <CustomerNotFound customerId={customerId} known={known} listLink={listLink} />
      </Suspense>
    );
  }
  return (
    <>
      <Box mb="sm" fz="sm" c="dimmed" data-plain-links data-no-print>
        {trail}
      </Box>
      <div className={classes['page']}>
        <Paper component="section" className={classes['summary'] ?? ''} aria-label="Summary">
          {person ? (
            <SummaryCard profile={person} isArchived={known?.archived ?? false} records={records} />
          ) : error ? (
            <PageTitle tab="Customer">Customer</PageTitle>
          ) : (
            <CustomerSkeleton />
          )}
          {!data && error && <ErrorPanel error={error} onRetry={() => void refetch()} isBrief />}
          {data && (error || data.staleSince !== undefined) && (
            <RefreshNote readAt={data.staleSince ?? onGatewayClock(dataUpdatedAt)} onRetry={() => void refetch()} />
          )}
        </Paper>
        <div>
          <TabLinks label="Customer" tabs={tabsOf(records.totals)} />
          {tab}
        </div>
      </div>
    </>
  );
}
