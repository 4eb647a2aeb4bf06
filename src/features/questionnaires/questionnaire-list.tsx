import '@mantine/core/styles/Alert.layer.css';
import { Alert } from '@mantine/core';
import type { FilledQuestionnaire } from '#contract/questionnaire.ts';
import type { RecordTab, TabMoment } from '#shared/customer/record-tab.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { RecordList } from '#shared/table/record-list.tsx';
import { QuestionnaireCard } from './questionnaire-card.tsx';
import { QUESTIONNAIRE_VIEWS, arrangeSubmissions } from './questionnaire-rules.ts';

/** The questionnaires a customer filled in; their answers are not even read until they are asked for. */
export function questionnaireTab({ customerId }: TabMoment): RecordTab<FilledQuestionnaire> {
  return {
    query: tabQueries.questionnaires(customerId),
    nouns: ['questionnaire', 'questionnaires'],
    empty: 'Questionnaires that this customer filled in would stand here. They are sent from Reservie.',
    kindLabel: 'All questionnaires',
    kindOf: ({ questionnaire }) => questionnaire,
    views: QUESTIONNAIRE_VIEWS,
    arrange: (rows) => [{ title: 'Filled in', rows: arrangeSubmissions(rows) }],
    note: (
      <Alert role="note" color="warn" py="xs">
        Answers may hold health information. Reveal them only when no customer can see the screen: each reveal is
        recorded.
      </Alert>
    ),
    skeleton: <RecordListSkeleton />,
    children: (groups) =>
      groups.map(({ title, rows }) => (
        <RecordList key={title} label="Questionnaires" rows={rows} keyOf={({ id }) => id}>
          {(filled) => <QuestionnaireCard customerId={customerId} filled={filled} />}
        </RecordList>
      )),
  };
}
