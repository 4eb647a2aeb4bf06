import { createFileRoute } from '@tanstack/react-router';
import { VideoTable } from '#features/videos/video-table.tsx';
import { beginRead } from '#shared/api/begin-read.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { useTabControls } from './-use-tab-controls.ts';

export const Route = createFileRoute('/customers/$customerId/videos')({
  validateSearch: readTabSearch,
  loader: ({ context: { queryClient }, params, preload }) =>
    beginRead(queryClient, tabQueries.videos(params.customerId), preload),
  component: VideosTab,
});

function VideosTab() {
  const { customerId } = Route.useParams();
  const controls = useTabControls();
  return <VideoTable customerId={customerId} {...controls} />;
}
