import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { SecondFactor } from '#contract/staff.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { TextField } from '#shared/form/text-field.tsx';
import { useAction } from '#shared/form/use-action.ts';
import { cleanPastedCode } from '#shared/text/clean-pasted.ts';
import { enter } from './enter.ts';

interface CodeFormProps {
  /** Whether the session outlives the browser’s window. */
  isStaying: boolean;
  onSignedIn: () => void | Promise<void>;
  onBack: () => void;
}

/** The second step, for staff who use two factors. */
export function CodeForm({ isStaying, onSignedIn, onBack }: CodeFormProps) {
  const { control, frame, setFocus } = useAction({
    resolver: zodResolver(SecondFactor),
    defaultValues: { code: '' },
    act: ({ code }) => enter.byCode(code, isStaying),
    onDone: onSignedIn,
  });
  useEffect(() => setFocus('code'), [setFocus]);
  return (
    <ActionForm
      label="Sign in with a code"
      submitLabel="Sign in"
      beside={
        <Button variant="default" onClick={onBack}>
          Start again
        </Button>
      }
      {...frame}
    >
      <TextField
        control={control}
        name="code"
        clean={cleanPastedCode}
        label="Code"
        description="The six digits that your authenticator app shows now, or one of your backup codes."
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        required
      />
    </ActionForm>
  );
}
