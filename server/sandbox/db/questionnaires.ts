import { QuestionnaireAnswer } from '#contract/questionnaire.ts';
import type { Database } from './open.ts';
import { pagedQuery, selectPage } from './paged.ts';

interface AnswerRow {
  id: number;
  questionnaire_id: number;
  name: string;
  submitted_at: string;
  answers: string;
}

export const questionnaireQueries = {
  ofCustomer: pagedQuery(
    'questionnaire_answer.id, questionnaire_id, questionnaire.name, submitted_at, answers',
    'questionnaire_answer',
    'JOIN questionnaire ON questionnaire.id = questionnaire_answer.questionnaire_id',
    'questionnaire_answer.customer_id = ?',
    'questionnaire_answer.submitted_at DESC, questionnaire_answer.id DESC',
  ),
};

export function createQuestionnaireStore(database: Database) {
  return {
    /** A customer's filled-in questionnaires, latest first. */
    ofCustomer: selectPage<AnswerRow, QuestionnaireAnswer>(database, questionnaireQueries.ofCustomer, (row) => ({
      id: `answer_${row.id}`,
      type: 'questionnaire_answer',
      questionnaire: { id: `questionnaire_${row.questionnaire_id}`, name: row.name },
      submitted_at: row.submitted_at,
      answers: QuestionnaireAnswer.shape.answers.parse(JSON.parse(row.answers)),
    })),
  };
}
