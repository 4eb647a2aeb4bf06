import { createFileRoute } from '@tanstack/react-router';
import { noteTab } from '#features/notes/note-list.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { DeskTab } from './-customer-tab.tsx';
import { startDeskTab } from './-start-tab.ts';

export const Route = createFileRoute('/customers/$customerId/notes')({
  validateSearch: readTabSearch,
  loader: startDeskTab(tabQueries.notes),
  component: () => <DeskTab who="Notes are for the desk and managers." tabAt={noteTab} />,
});
