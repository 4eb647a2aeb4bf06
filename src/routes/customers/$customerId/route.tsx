import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, createFileRoute, linkOptions, notFound, useNavigate, useParams } from '@tanstack/react-router';
import { CustomerId } from '#contract/id.ts';
import { isAllowed } from '#contract/role.ts';
import { noteRecent } from '#features/customers/shortcuts/shortcut-queries.ts';
import { PinButton } from '#features/customers/shortcuts/pin-button.tsx';
import { CustomerPage } from '#features/customers/header/customer-page.tsx';
import { describeWayBack } from '#features/customers/list/describe-list.ts';
import { listPlaces } from '#features/customers/list/list-place.ts';
import { ListTrail } from '#features/customers/list/list-trail.tsx';
import { customerQueries } from '#features/customers/queries.ts';
import type { CustomerRecords } from '#features/customers/summary/use-customer-records.ts';
import { beginRead } from '#shared/api/begin-read.ts';
import { readIfAllowed, useSession } from '#shared/api/session.ts';
import { studioSettingsQuery } from '#shared/api/studio-settings.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { takeFromPage } from '#shared/customer/read-at-hand.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { lazyPart } from '#shared/ui/lazy-part.tsx';
import type { TabLink } from '#shared/ui/tab-links.tsx';
import { Suspense, useEffect } from 'react';

const CustomerNotFound = lazyPart(
  async () => (await import('#features/customers/header/customer-not-found.tsx')).CustomerNotFound,
);

type CustomerTotals = CustomerRecords['totals'];

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
  loader: ({ params: { customerId }, context: { queryClient }, preload }) => {
    takeFromPage(queryClient, customerId);
    beginRead(queryClient, bookingQueries.gathered(customerId), preload);
    beginRead(queryClient, tabQueries.passes(customerId), preload);
    beginRead(queryClient, tabQueries.subscriptions(customerId), preload);
    beginRead(queryClient, studioSettingsQuery, preload);
    beginRead(queryClient, tabQueries.appointmentSummary(customerId), preload);
    // Reading it is recorded: a pointer that passes by has not looked.
    if (preload) return;
    beginRead(queryClient, customerQueries.profile(customerId), false);
    void readIfAllowed(queryClient, 'desk', () => queryClient.query(tabQueries.noteCount(customerId)));
  },
  component: CustomerLayout,
  notFoundComponent: UnknownCustomer,
});

function CustomerLayout() {
  const params = Route.useParams();
  const queryClient = useQueryClient();
  useEffect(() => noteRecent(queryClient, params.customerId), [queryClient, params.customerId]);
  const { role } = useSession();
  function tabsOf(totals: CustomerTotals): TabLink[] {
    return [
      { label: 'Overview', link: linkOptions({ to: '/customers/$customerId/overview', params }) },
      { label: 'Bookings', link: linkOptions({ to: '/customers/$customerId/bookings', params }) },
      { label: 'Passes', count: totals.passes, link: linkOptions({ to: '/customers/$customerId/passes', params }) },
      {
        label: 'Appointments',
        count: totals.appointments,
        link: linkOptions({ to: '/customers/$customerId/appointments', params }),
      },
      {
        label: 'Subscriptions',
        count: totals.subscriptions,
        link: linkOptions({ to: '/customers/$customerId/subscriptions', params }),
      },
      { label: 'Videos', link: linkOptions({ to: '/customers/$customerId/videos', params }) },
      { label: 'Notes', count: totals.notes, link: linkOptions({ to: '/customers/$customerId/notes', params }) },
      { label: 'Questionnaires', link: linkOptions({ to: '/customers/$customerId/questionnaires', params }) },
      { label: 'Profile', link: linkOptions({ to: '/customers/$customerId/profile', params }) },
      ...(isAllowed(role, 'manager')
        ? [{ label: 'History', link: linkOptions({ to: '/customers/$customerId/history', params }) }]
        : []),
    ];
  }
  return (
    <CustomerPage
      key={params.customerId}
      customerId={params.customerId}
      tabsOf={tabsOf}
      trail={<Trail customerId={params.customerId} />}
      listLink={<ListLink customerId={params.customerId} />}
    >
      <Outlet />
    </CustomerPage>
  );
}

function UnknownCustomer() {
  const { customerId = '' } = useParams({ strict: false });
  return (
    <Suspense>
      <CustomerNotFound customerId={customerId} listLink={<ListLink />} />
    </Suspense>
  );
}

/** Back to the list that led here, and on through it; the tab stays the same. */
function Trail({ customerId }: { customerId: CustomerId }) {
  const navigate = useNavigate();
  const { transactionId } = useParams({ strict: false });
  return (
    <ListTrail
      customerId={customerId}
      origin={listPlaces.originOf(customerId)}
      link={<ListLink customerId={customerId} />}
      tools={<PinButton customerId={customerId} />}
      onStep={(to, index) => {
        listPlaces.step(customerId, to, index);
        const step = { params: { customerId: to }, search: {}, replace: true };
        // A purchase is one customer's own: the next one starts with all of theirs.
        void navigate({ to: transactionId === undefined ? '.' : '/customers/$customerId/bookings', ...step });
      }}
    />
  );
}

function ListLink({ customerId }: { customerId?: CustomerId }) {
  const origin = customerId === undefined ? undefined : listPlaces.originOf(customerId);
  return (
    <Link
      to="/customers"
      search={origin?.search ?? {}}
      state={origin ? { returnTo: origin.entry } : {}}
      resetScroll={false}
    >
      ← {origin ? describeWayBack(origin.search, origin.total) : 'Customers'}
    </Link>
  );
}
