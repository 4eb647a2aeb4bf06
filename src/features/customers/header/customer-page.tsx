import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { isNotFound } from '#shared/api/errors.ts';
import { onDeskClock } from '#shared/format/desk-clock.ts';
import { personName } from '#shared/format/person-name.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { PageTitle } from '#shared/ui/page-title.tsx';
import { RefreshNote } from '#shared/ui/refresh-note.tsx';
import { type TabLink, TabLinks } from '#shared/ui/tab-links.tsx';
import { useKnownCustomer } from '../directory/use-known-customer.ts';
import { customerQueries } from '../queries.ts';
import { CustomerHeader } from './customer-header.tsx';
import classes from './customer-header.module.css';
import { CustomerNotFound } from './customer-not-found.tsx';
import { CustomerSkeleton } from './customer-skeleton.tsx';

interface CustomerPageProps {
  customerId: CustomerId;
  tabs: readonly TabLink[];
  listLink: ReactNode;
  children: ReactNode;
}

/**
 * A customer's header above one of the tabs. The tab never waits for the header nor falls with it: only a customer who
 * does not exist takes the place of both.
 */
export function CustomerPage({ customerId, tabs, listLink, children }: CustomerPageProps) {
  const { data, error, dataUpdatedAt, refetch } = useQuery(customerQueries.profile(customerId));
  const known = useKnownCustomer(customerId);
  if (isNotFound(error)) return <CustomerNotFound customerId={customerId} known={known} listLink={listLink} />;
  return (
    <>
      <div className={classes['back']} data-no-print>
        {listLink}
      </div>
      <div className={classes['top']}>
        <div className={classes['header']}>
          {data ? (
            <CustomerHeader profile={data.data} isArchived={known?.archived ?? false} />
          ) : error ? (
            <div className={classes['failed']}>
              <PageTitle tab={known ? personName(known) : 'Customer'}>
                {known ? <bdi>{personName(known)}</bdi> : 'Customer'}
              </PageTitle>
              <ErrorPanel error={error} onRetry={() => void refetch()} isBrief />
            </div>
          ) : (
            <CustomerSkeleton />
          )}
          {data && (error || data.staleSince !== undefined) && (
            <RefreshNote readAt={data.staleSince ?? onDeskClock(dataUpdatedAt)} onRetry={() => void refetch()} />
          )}
        </div>
        <TabLinks label="Customer" tabs={tabs} />
      </div>
      {children}
    </>
  );
}
