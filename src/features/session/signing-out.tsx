import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ActionError } from '#shared/form/action-form.tsx';
import { EntryPage } from './entry-page.tsx';
import { signOut, startAfresh } from './enter.ts';

/** Nothing of the page before is on the screen any more while this asks to be signed out. */
export function SigningOut() {
  const { mutate, error, isPending } = useMutation({
    mutationFn: signOut,
    // Not to this same address: it would keep the state that asks to sign out. From `/` one comes back here.
    onSuccess: () => startAfresh('/'),
  });
  useEffect(() => mutate(), [mutate]);
  return (
    <EntryPage title="Signing out">
      {error && <ActionError error={error} />}
      {error && (
        <Button loading={isPending} onClick={() => mutate()}>
          Try again
        </Button>
      )}
    </EntryPage>
  );
}
