import { createFileRoute } from '@tanstack/react-router';
import { QuestionnaireList } from '#features/questionnaires/questionnaire-list.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { readIfAllowed } from '#shared/api/session.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { pageSearch, toPageSearch } from '#shared/table/page-search.ts';
import { RoleGate } from '#shared/ui/role-gate.tsx';

export const Route = createFileRoute('/customers/$customerId/questionnaires')({
  validateSearch: pageSearch,
  loaderDeps: ({ search }) => ({ page: search.page ?? 1 }),
  loader: ({ context: { queryClient }, params, deps, preload }) => {
    // Reading it is recorded: a pointer that passes by has not looked.
    if (preload) return;
    void readIfAllowed(queryClient, 'desk', () =>
      queryClient.query(tabQueries.questionnaires(params.customerId, deps.page)),
    );
  },
  component: QuestionnairesTab,
});

function QuestionnairesTab() {
  const { customerId } = Route.useParams();
  const { page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RoleGate needs="desk" who="Questionnaires are for the desk and managers." loading={<RecordListSkeleton />}>
      <QuestionnaireList
        customerId={customerId}
        page={page}
        onPageOutOfRange={(lastPage) => void navigate({ search: toPageSearch(lastPage), replace: true })}
      />
    </RoleGate>
  );
}
