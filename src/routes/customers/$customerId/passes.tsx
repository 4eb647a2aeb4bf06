import { createFileRoute } from '@tanstack/react-router';
import { PassTable } from '#features/passes/pass-table.tsx';
import { beginRead } from '#shared/api/begin-read.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { useTabControls } from './-use-tab-controls.ts';

export const Route = createFileRoute('/customers/$customerId/passes')({
  validateSearch: readTabSearch,
  loader: ({ context: { queryClient }, params, preload }) =>
    beginRead(queryClient, tabQueries.passes(params.customerId), preload),
  component: PassesTab,
});

function PassesTab() {
  const { customerId } = Route.useParams();
  const controls = useTabControls();
  return <PassTable customerId={customerId} {...controls} />;
}
