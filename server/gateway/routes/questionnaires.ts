import { QuestionnaireAnswer } from '#contract/questionnaire.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function questionnaireRoutes(reads: CachedReads): Routes<'listQuestionnaireAnswers'> {
  return { listQuestionnaireAnswers: paged(reads, 'listQuestionnaireAnswers', QuestionnaireAnswer) };
}
