import { createFileRoute, useRouter } from '@tanstack/react-router';
import { directory } from '#features/customers/directory/directory.ts';
import { isFirstScreen } from '#features/customers/directory/first-customers.ts';
import { CustomerList } from '#features/customers/list/customer-list.tsx';
import { listPlaces } from '#features/customers/list/list-place.ts';
import {
  type CustomersSearch,
  readCustomersSearch,
  toCustomersSearch,
  toDirectoryQuery,
} from '#features/customers/search.ts';
import { beginRead } from '#shared/api/begin-read.ts';
import { customerQueries } from '#features/customers/queries.ts';
import { useState } from 'react';

export const Route = createFileRoute('/customers/')({
  validateSearch: readCustomersSearch,
  loaderDeps: ({ search }) => ({ isFirst: isFirstScreen(toDirectoryQuery(search)) }),
  loader: ({ context: { queryClient }, deps: { isFirst }, preload }) => {
    if (preload || directory.isInUse()) return;
    if (isFirst) beginRead(queryClient, customerQueries.first, false);
    directory.begin();
  },
  component: Customers,
});

function Customers() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const { history } = useRouter();
  const [place] = useState(() => {
    const { __TSR_key: entry, returnTo } = history.location.state;
    return listPlaces.placeOf(entry) ?? listPlaces.placeOf(returnTo);
  });
  function show(next: CustomersSearch) {
    void navigate({ search: next, replace: true, resetScroll: false });
  }

  return (
    <CustomerList
      query={toDirectoryQuery(search)}
      onChange={(query) => show({ ...toCustomersSearch(query), view: search.view })}
      viewId={search.view}
      onOpenView={show}
      place={place}
      onLeave={(left) => {
        const { __TSR_key: entry } = history.location.state;
        if (entry !== undefined) listPlaces.leave(entry, { ...left, search: { ...left.search, view: search.view } });
      }}
    />
  );
}
