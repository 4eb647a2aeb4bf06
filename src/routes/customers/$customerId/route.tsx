import { Outlet, createFileRoute, linkOptions, notFound } from '@tanstack/react-router';
import { CustomerId } from '#contract/id.ts';
import { CustomerTabs } from '#features/customers/header/customer-tabs.tsx';
import { customerQueries } from '#features/customers/queries.ts';

export const Route = createFileRoute('/customers/$customerId')({
  params: {
    // Every route below receives a CustomerId; an address that holds none is answered without asking the server.
    parse: ({ customerId }) => {
      const parsed = CustomerId.safeParse(customerId);
      if (!parsed.success) throw notFound();
      return { customerId: parsed.data };
    },
    stringify: ({ customerId }) => ({ customerId }),
  },
  loader: ({ params, context }) => {
    void context.queryClient.prefetchQuery(customerQueries.profile(params.customerId));
  },
  component: CustomerLayout,
});

function CustomerLayout() {
  const params = Route.useParams();
  const tabs = [
    { label: 'Profile', link: linkOptions({ to: '/customers/$customerId/profile', params }) },
  ];
  return (
    <>
      <CustomerTabs tabs={tabs} />
      <Outlet />
    </>
  );
}
