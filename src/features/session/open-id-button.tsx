import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ActionError } from '#shared/form/action-form.tsx';
import { rememberBack } from './back-path.ts';
import { enter } from './enter.ts';

interface OpenIdButtonProps {
  label: string;
  /** Where to go once the provider has sent the browser back. */
  back: string | undefined;
  /** Whether the session outlives the browser’s window. */
  isStaying: boolean;
}

export function OpenIdButton({ label, back, isStaying }: OpenIdButtonProps) {
  const begin = useMutation({ mutationFn: () => enter.byOpenId(isStaying), onMutate: () => rememberBack(back) });
  return (
    <>
      <Button variant="default" fullWidth loading={begin.isPending || begin.isSuccess} onClick={() => begin.mutate()}>
        {label}
      </Button>
      {begin.error && <ActionError error={begin.error} />}
    </>
  );
}
