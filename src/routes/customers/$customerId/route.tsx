import { noop } from '@tanstack/react-query';
import { Link, Outlet, createFileRoute, linkOptions, notFound, useParams } from '@tanstack/react-router';
import { CustomerId } from '#contract/id.ts';
import { isAllowed } from '#contract/role.ts';
import { CustomerNotFound } from '#features/customers/header/customer-not-found.tsx';
import { CustomerPage } from '#features/customers/header/customer-page.tsx';
import { lastListSearch, returnToList } from '#features/customers/list/list-place.ts';
import { customerQueries } from '#features/customers/queries.ts';
import { useSession } from '#shared/api/session.ts';

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
  loader: ({ params, context, preload }) => {
    // Reading it is recorded: a pointer that passes by has not looked.
    if (preload) return;
    void context.queryClient.query(customerQueries.profile(params.customerId)).catch(noop);
  },
  component: CustomerLayout,
  notFoundComponent: UnknownCustomer,
});

function CustomerLayout() {
  const params = Route.useParams();
  const { role } = useSession();
  const tabs = [
    { label: 'Bookings', link: linkOptions({ to: '/customers/$customerId/bookings', params }) },
    { label: 'Passes', link: linkOptions({ to: '/customers/$customerId/passes', params }) },
    { label: 'Appointments', link: linkOptions({ to: '/customers/$customerId/appointments', params }) },
    { label: 'Subscriptions', link: linkOptions({ to: '/customers/$customerId/subscriptions', params }) },
    { label: 'Videos', link: linkOptions({ to: '/customers/$customerId/videos', params }) },
    { label: 'Notes', link: linkOptions({ to: '/customers/$customerId/notes', params }) },
    { label: 'Questionnaires', link: linkOptions({ to: '/customers/$customerId/questionnaires', params }) },
    { label: 'Profile', link: linkOptions({ to: '/customers/$customerId/profile', params }) },
    ...(isAllowed(role, 'manager')
      ? [{ label: 'History', link: linkOptions({ to: '/customers/$customerId/history', params }) }]
      : []),
  ];
  return (
    <CustomerPage key={params.customerId} customerId={params.customerId} tabs={tabs} listLink={<ListLink />}>
      <Outlet />
    </CustomerPage>
  );
}

function UnknownCustomer() {
  const { customerId = '' } = useParams({ strict: false });
  return <CustomerNotFound customerId={customerId} listLink={<ListLink />} />;
}

function ListLink() {
  return (
    <Link to="/customers" search={lastListSearch()} resetScroll={false} onClick={returnToList}>
      ← Customers
    </Link>
  );
}
