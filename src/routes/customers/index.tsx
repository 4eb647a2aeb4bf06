import { createFileRoute } from '@tanstack/react-router';
import { PageTitle } from '#shared/ui/page-title.tsx';

export const Route = createFileRoute('/customers/')({
  component: () => <PageTitle>Customers</PageTitle>,
});
