import type { FilledQuestionnaire } from '#contract/questionnaire.ts';
import type { RecordView } from '#shared/customer/filter-records.ts';
import { plural } from '#shared/format/number.ts';

type Counts = Pick<FilledQuestionnaire, 'questions' | 'unanswered'>;

export const QUESTIONNAIRE_VIEWS: readonly RecordView<Counts>[] = [
  { name: 'answered', label: 'Answered', includes: ({ unanswered }) => unanswered === 0 },
  { name: 'unanswered', label: 'With gaps', includes: ({ unanswered }) => unanswered > 0 },
];

/** "6 answers", "4 of 6 answered", "nothing answered". */
export function describeAnswers({ questions, unanswered }: Counts): string {
  if (unanswered === 0) return plural(questions, 'answer');
  return unanswered === questions ? 'nothing answered' : `${questions - unanswered} of ${questions} answered`;
}

/** Latest first. */
export function arrangeSubmissions<Row extends Pick<FilledQuestionnaire, 'submitted_at'>>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => other.submitted_at.localeCompare(one.submitted_at));
}
