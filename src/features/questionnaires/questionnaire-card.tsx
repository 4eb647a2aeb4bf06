import type { QuestionnaireAnswer } from '#contract/questionnaire.ts';
import { formatDateTime } from '#shared/format/date-time.ts';
import { plural } from '#shared/format/number.ts';
import { Icon } from '#shared/ui/icon.tsx';
import classes from './questionnaire-list.module.css';

/** Closed at first: the screen at the desk faces customers. */
export function QuestionnaireCard({ submission }: { submission: QuestionnaireAnswer }) {
  const { questionnaire, submitted_at, answers } = submission;
  // The same question may stand in one questionnaire twice.
  const numbered = answers.map((entry, index) => ({ ...entry, number: index + 1 }));
  return (
    <details className={classes['submission']}>
      <summary className={classes['summary']}>
        <Icon name="chevronRight" />
        <span className={classes['name']}>{questionnaire.name}</span>
        <span className={classes['about']}>
          Submitted {formatDateTime(submitted_at)} · {plural(answers.length, 'answer')}
        </span>
      </summary>
      <dl className={classes['answers']}>
        {numbered.map(({ number, question, answer }) => (
          <div key={number}>
            <dt className={classes['question']}>{question}</dt>
            <dd className={classes['answer']} dir="auto">
              {answer.trim() || 'No answer'}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
