import { useQuery } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import { RecordList } from '#shared/table/record-list.tsx';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { SubscriptionCard } from './subscription-card.tsx';
import { arrangeSubscriptions } from '#shared/subscriptions/subscription-state.ts';

/** A customer's subscriptions, those with a failed payment first. */
export function SubscriptionList({ customerId, ...controls }: PageControls & { customerId: CustomerId }) {
  const query = useQuery(tabQueries.subscriptions(customerId, controls.page));
  return (
    <PagedPanel
      {...controls}
      query={query}
      nouns={['subscription', 'subscriptions']}
      skeleton={<RecordListSkeleton />}
      empty={<Notice title="No subscriptions">This customer has none. Subscriptions are set up in Reservie.</Notice>}
    >
      {(subscriptions) => (
        <RecordList label="Subscriptions" rows={arrangeSubscriptions(subscriptions)} keyOf={({ id }) => id}>
          {(subscription) => <SubscriptionCard subscription={subscription} />}
        </RecordList>
      )}
    </PagedPanel>
  );
}
