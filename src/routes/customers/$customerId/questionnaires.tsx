import { createFileRoute } from '@tanstack/react-router';
import { questionnaireTab } from '#features/questionnaires/questionnaire-list.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { DeskTab } from './-customer-tab.tsx';
import { startDeskTab } from './-start-tab.ts';

export const Route = createFileRoute('/customers/$customerId/questionnaires')({
  validateSearch: readTabSearch,
  loader: startDeskTab(tabQueries.questionnaires),
  component: () => <DeskTab who="Questionnaires are for the desk and managers." tabAt={questionnaireTab} />,
});
