import '@mantine/core/styles/Text.layer.css';
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { gateway } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import type { FilledQuestionnaire, QuestionnaireAnswer } from '#contract/questionnaire.ts';
import { call } from '#shared/api/call.ts';
import { formatDate, formatTime } from '#shared/format/date-time.ts';
import { DatedRecord } from '#shared/table/record-list.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { describeAnswers } from './questionnaire-rules.ts';

interface QuestionnaireCardProps {
  customerId: CustomerId;
  filled: FilledQuestionnaire;
}

/**
 * Closed at first: the screen at the desk faces customers. Revealed answers are kept by this card alone, so that they are
 * gone with it, and coming back asks, and records, nothing by itself.
 */
export function QuestionnaireCard({ customerId, filled }: QuestionnaireCardProps) {
  const { id, questionnaire, submitted_at } = filled;
  const reveal = useMutation({
    mutationFn: () => call(gateway.revealAnswers, { params: { customerId, answersId: id } }),
    gcTime: 0,
  });
  const answers = reveal.data?.data.answers;
  return (
    <DatedRecord
      at={submitted_at}
      about={`submitted ${formatDate(submitted_at)}, ${formatTime(submitted_at)} · ${describeAnswers(filled)}`}
      below={
        <>
          {reveal.error && <ErrorPanel error={reveal.error} onRetry={() => reveal.mutate()} />}
          {answers && <Answers answers={answers} />}
        </>
      }
      action={
        <Button
          size="xs"
          variant="default"
          loading={reveal.isPending}
          aria-expanded={answers !== undefined}
          aria-label={`${answers ? 'Hide' : 'Reveal'} the answers of ${questionnaire.name}`}
          onClick={() => (answers ? reveal.reset() : reveal.mutate())}
        >
          {answers ? 'Hide' : 'Reveal'}
        </Button>
      }
    >
      <strong>{questionnaire.name}</strong>
    </DatedRecord>
  );
}

function Answers({ answers }: Pick<QuestionnaireAnswer, 'answers'>) {
  // The same question may stand in one questionnaire twice.
  const numbered = answers.map((entry, index) => ({ ...entry, number: index + 1 }));
  return (
    <dl>
      {numbered.map(({ number, question, answer }) => (
        <div key={number}>
          <Text component="dt" size="sm" c="dimmed" mt="xs">
            {question}
          </Text>
          <dd dir="auto" style={{ whiteSpace: 'pre-line' }}>
            {answer.trim() || 'No answer'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
