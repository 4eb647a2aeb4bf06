import type { QuestionnaireAnswer } from '#contract/questionnaire.ts';

/** Latest first. */
export function arrangeSubmissions<Row extends Pick<QuestionnaireAnswer, 'submitted_at'>>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => other.submitted_at.localeCompare(one.submitted_at));
}
