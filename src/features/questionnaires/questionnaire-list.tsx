import '@mantine/core/styles/Alert.layer.css';
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import { RecordsPanel, type TabControls } from '#shared/customer/records-panel.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { RecordList } from '#shared/table/record-list.tsx';
import { QuestionnaireCard } from './questionnaire-card.tsx';
import { QUESTIONNAIRE_VIEWS, arrangeSubmissions } from './questionnaire-rules.ts';

/** The questionnaires a customer filled in; their answers are not even read until they are asked for. */
export function QuestionnaireList({ customerId, ...controls }: TabControls & { customerId: CustomerId }) {
  const query = useQuery(tabQueries.questionnaires(customerId));
  return (
    <RecordsPanel
      {...controls}
      query={query}
      nouns={['questionnaire', 'questionnaires']}
      skeleton={<RecordListSkeleton />}
      empty="Questionnaires that this customer filled in would stand here. They are sent from Reservie."
      views={QUESTIONNAIRE_VIEWS}
      kindOf={({ questionnaire }) => questionnaire}
      kindLabel="All questionnaires"
      arrange={(rows) => [{ title: 'Filled in', rows: arrangeSubmissions(rows) }]}
      note={
        <Alert role="note" color="warn" py="xs">
          Answers may hold health information. Reveal them only when no customer can see the screen: each reveal is
          recorded.
        </Alert>
      }
    >
      {(groups) =>
        groups.map(({ title, rows }) => (
          <RecordList key={title} label="Questionnaires" rows={rows} keyOf={({ id }) => id}>
            {(filled) => <QuestionnaireCard customerId={customerId} filled={filled} />}
          </RecordList>
        ))
      }
    </RecordsPanel>
  );
}
