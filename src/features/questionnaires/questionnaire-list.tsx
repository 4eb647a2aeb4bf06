import { useQuery } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import { RecordList } from '#shared/table/record-list.tsx';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { arrangeSubmissions } from './arrange-submissions.ts';
import { QuestionnaireCard } from './questionnaire-card.tsx';
import classes from './questionnaire-list.module.css';
import { tabQueries } from '#shared/customer/tab-queries.ts';

/** The questionnaires a customer filled in; their answers stay closed until they are asked for. */
export function QuestionnaireList({ customerId, ...controls }: PageControls & { customerId: CustomerId }) {
  const query = useQuery(tabQueries.questionnaires(customerId, controls.page));
  return (
    <PagedPanel
      {...controls}
      query={query}
      nouns={['questionnaire', 'questionnaires']}
      skeleton={<RecordListSkeleton />}
      empty={<Notice title="No questionnaires">This customer has not filled in any.</Notice>}
    >
      {(submissions) => (
        <>
          <p className={classes['warning']}>
            Answers may hold health information. Open them only when no one else can see the screen.
          </p>
          <RecordList label="Questionnaires" rows={arrangeSubmissions(submissions)} keyOf={({ id }) => id}>
            {(submission) => <QuestionnaireCard submission={submission} />}
          </RecordList>
        </>
      )}
    </PagedPanel>
  );
}
