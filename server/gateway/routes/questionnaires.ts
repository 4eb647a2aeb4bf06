import { QuestionnaireAnswer } from '#contract/questionnaire.ts';
import type { ReservieClient } from '../reservie/client.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function questionnaireRoutes(client: ReservieClient): Routes<'listQuestionnaireAnswers'> {
  return { listQuestionnaireAnswers: paged(client, 'listQuestionnaireAnswers', QuestionnaireAnswer) };
}
