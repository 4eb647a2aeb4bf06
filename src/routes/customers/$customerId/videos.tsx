import { createFileRoute } from '@tanstack/react-router';
import { videoTab } from '#features/videos/video-table.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { CustomerTab } from './-customer-tab.tsx';
import { startTab } from './-start-tab.ts';

export const Route = createFileRoute('/customers/$customerId/videos')({
  validateSearch: readTabSearch,
  loader: startTab(tabQueries.videos),
  component: () => <CustomerTab tabAt={videoTab} />,
});
