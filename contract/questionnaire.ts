import * as z from 'zod/mini';
import { LocalDateTime } from './time.ts';

/** Answers can be sensitive personal data: never log them [assumed shape: docs/reservie-api.md]. */
export const QuestionnaireAnswer = z.object({
  id: z.string(),
  type: z.literal('questionnaire_answer'),
  questionnaire: z.object({ id: z.string(), name: z.string() }),
  /** Local time in the studio's zone. */
  submitted_at: LocalDateTime,
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
});
export type QuestionnaireAnswer = z.infer<typeof QuestionnaireAnswer>;

/** What may be seen before the answers are revealed: which questionnaire, when, and how much of it was answered. */
export const FilledQuestionnaire = z.object({
  id: z.string(),
  type: z.literal('filled_questionnaire'),
  questionnaire: z.object({ id: z.string(), name: z.string() }),
  submitted_at: LocalDateTime,
  questions: z.int(),
  /** Questions left without an answer. */
  unanswered: z.int(),
});
export type FilledQuestionnaire = z.infer<typeof FilledQuestionnaire>;
