import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Box, Button, Group, Paper, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { describeError } from '#shared/api/describe-error.ts';
import { HttpError, NetworkError } from '#shared/api/errors.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { singleFlight } from './single-flight.ts';
import classes from './form-shell.module.css';

interface FormShellProps {
  label: string;
  /** Ends when the save has ended, well or not. */
  onSubmit: () => Promise<unknown>;
  onDiscard: () => void;
  isPending: boolean;
  isDirty: boolean;
  isSaved: boolean;
  /** What being saved is called, where more is known of it. */
  savedWords?: string;
  /** What is still to be expected of it. */
  savedHint?: string | undefined;
  error: unknown;
  /** What useLeaveGuard renders for this form. */
  leaveGuard: ReactNode;
  submitLabel: string;
  children: ReactNode;
}

/** The frame of every form: what it must say while saving, saved, failed and left behind is not optional. */
export function FormShell(props: FormShellProps) {
  const { label, onSubmit, onDiscard, isPending, isDirty, isSaved, savedHint, error, submitLabel, children } = props;
  const { savedWords = 'Saved', leaveGuard } = props;
  const [submitOnce] = useState(singleFlight);
  const isDone = isSaved && !isDirty && !isPending;
  return (
    <Paper
      component="form"
      maw="48rem"
      aria-label={label}
      aria-busy={isPending}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty && !isPending) submitOnce(onSubmit);
      }}
    >
      <div className={classes['fields']}>{children}</div>
      {error !== null && (
        <Box p="0 1.25rem 1.25rem">
          <FormError error={error} />
        </Box>
      )}
      <Group className={classes['actions'] ?? ''} gap="0.625rem 0.75rem" data-dirty={isDirty || undefined}>
        <Button type="submit" disabled={!isDirty} loading={isPending}>
          {submitLabel}
        </Button>
        {isDirty && (
          <Button variant="default" disabled={isPending} onClick={onDiscard}>
            Discard changes
          </Button>
        )}
        <Group component="output" gap={4} c={isDone ? 'var(--desk-good)' : 'dimmed'} fw={isDone ? 600 : 400}>
          {isDone && <Icon name="check" size={16} />}
          {isPending ? 'Saving…' : isDirty ? 'Not saved yet' : isSaved ? savedWords : 'Nothing to save'}
        </Group>
        {isDone && savedHint && (
          <Text size="sm" c="dimmed">
            {savedHint}
          </Text>
        )}
      </Group>
      {leaveGuard}
    </Paper>
  );
}

function FormError({ error }: { error: unknown }) {
  const { title, detail, requestId } = describeError(error);
  // No answer to a write leaves it open whether it happened; saving again is safe, because only differences are sent.
  if (error instanceof NetworkError) {
    return (
      <Notice tone="bad" role="alert" title="It is not certain whether this was saved">
        The connection was lost on the way. Your changes are still here; save again when it is back.
      </Notice>
    );
  }
  if (error instanceof HttpError && error.body.code === 'conflict') {
    return (
      <Notice tone="warn" role="alert" title="Changed by another user in the meantime">
        Save again to replace what they wrote, or discard your changes.
      </Notice>
    );
  }
  return (
    <Notice tone="bad" role="alert" title={title} reference={requestId}>
      {detail}
    </Notice>
  );
}
