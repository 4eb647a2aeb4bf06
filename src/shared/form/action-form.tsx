import '@mantine/core/styles/Alert.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { describeError } from '#shared/api/describe-error.ts';
import { HttpError } from '#shared/api/errors.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { formatCountdown, useSecondsLeft } from '#shared/ui/use-seconds-left.ts';
import { singleFlight } from './single-flight.ts';

interface ActionFormProps {
  label: string;
  submitLabel: string;
  /** Nothing brings back what it takes away. */
  isDestructive?: boolean;
  /** Ends when it is done, or has failed. */
  onSubmit: () => Promise<unknown>;
  isPending: boolean;
  isDone: boolean;
  error: unknown;
  /** Said once it is done, where the form stays. */
  doneWords?: string;
  /** Other things to do, beside the button. */
  beside?: ReactNode;
  children: ReactNode;
}

/** The frame of a form that does one thing; nothing typed in it is worth asking about before leaving. */
export function ActionForm(props: ActionFormProps) {
  const { label, submitLabel, onSubmit, isPending, isDone, error, doneWords, beside, children } = props;
  const waitMs = error instanceof HttpError ? error.body.retryAfterMs : undefined;
  const secondsLeft = useSecondsLeft(waitMs, error);
  const mustWait = secondsLeft > 0;
  const [submitOnce] = useState(singleFlight);
  return (
    <form
      aria-label={label}
      aria-busy={isPending}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending && !mustWait) submitOnce(onSubmit);
      }}
    >
      <Stack>
        {children}
        {error !== null && <ActionError error={error} />}
        <Group gap="0.625rem">
          <Button type="submit" loading={isPending} disabled={mustWait} {...(props.isDestructive && { color: 'bad' })}>
            {mustWait ? `Try again in ${formatCountdown(secondsLeft)}` : submitLabel}
          </Button>
          {beside}
          <Text component="output" c="var(--desk-good)" fw={600}>
            {isDone && doneWords}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

/** Refusals that the gateway puts into a sentence about what was just tried. */
const SAID_BY_GATEWAY = new Set(['invalid_request', 'not_found', 'forbidden', 'conflict']);

export function ActionError({ error }: { error: unknown }) {
  if (error instanceof HttpError && SAID_BY_GATEWAY.has(error.body.code)) {
    return (
      <Alert color="bad" role="alert">
        {error.body.message}
      </Alert>
    );
  }
  const { title, detail, requestId } = describeError(error);
  return (
    <Notice tone="bad" role="alert" title={title} reference={requestId}>
      {detail}
    </Notice>
  );
}
