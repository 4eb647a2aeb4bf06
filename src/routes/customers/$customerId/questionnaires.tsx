import { createFileRoute } from '@tanstack/react-router';
import { QuestionnaireList } from '#features/questionnaires/questionnaire-list.tsx';
import { readIfAllowed } from '#shared/api/session.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readTabSearch } from '#shared/customer/tab-search.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { RoleGate } from '#shared/ui/role-gate.tsx';
import { useTabControls } from './-use-tab-controls.ts';

export const Route = createFileRoute('/customers/$customerId/questionnaires')({
  validateSearch: readTabSearch,
  loader: ({ context: { queryClient }, params, preload }) => {
    if (preload) return;
    void readIfAllowed(queryClient, 'desk', () => queryClient.query(tabQueries.questionnaires(params.customerId)));
  },
  component: QuestionnairesTab,
});

function QuestionnairesTab() {
  const { customerId } = Route.useParams();
  const controls = useTabControls();
  return (
    <RoleGate needs="desk" who="Questionnaires are for the desk and managers." loading={<RecordListSkeleton />}>
      <QuestionnaireList customerId={customerId} {...controls} />
    </RoleGate>
  );
}
