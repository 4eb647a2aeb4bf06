import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeError } from '#shared/api/describe-error.ts';
import { NetworkError } from '#shared/api/errors.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { useLeaveGuard } from './leave-guard.tsx';
import classes from './form-shell.module.css';

interface FormShellProps {
  label: string;
  onSubmit: () => void;
  onDiscard: () => void;
  isPending: boolean;
  isDirty: boolean;
  isSaved: boolean;
  error: unknown;
  submitLabel: string;
  children: ReactNode;
}

/** The frame of every form: what it must say while saving, saved, failed and left behind is not optional. */
export function FormShell(props: FormShellProps) {
  const { label, onSubmit, onDiscard, isPending, isDirty, isSaved, error, submitLabel, children } = props;
  const leaveGuard = useLeaveGuard(isDirty || isPending);
  return (
    <form
      className={classes['form']}
      aria-label={label}
      aria-busy={isPending}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty && !isPending) onSubmit();
      }}
    >
      {children}
      {error !== null && <FormError error={error} />}
      <div className={classes['actions']}>
        <Button type="submit" disabled={!isDirty} loading={isPending}>
          {submitLabel}
        </Button>
        {isDirty && (
          <Button variant="default" disabled={isPending} onClick={onDiscard}>
            Discard changes
          </Button>
        )}
        <output className={isSaved && !isDirty ? classes['saved'] : classes['status']}>
          {isPending ? 'Saving…' : isDirty ? 'Not saved yet' : isSaved ? 'Saved' : 'Nothing to save'}
        </output>
      </div>
      {leaveGuard}
    </form>
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
  return (
    <Notice tone="bad" role="alert" title={title} reference={requestId}>
      {detail}
    </Notice>
  );
}
