import { createFileRoute } from '@tanstack/react-router';
import { OverviewPanel } from '#features/overview/overview-panel.tsx';
import { readOverviewSearch } from '#features/overview/search.ts';

export const Route = createFileRoute('/customers/$customerId/overview')({
  // The page above reads what is shown here.
  validateSearch: readOverviewSearch,
  component: OverviewTab,
});

function OverviewTab() {
  const { customerId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <OverviewPanel
      key={customerId}
      customerId={customerId}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}
