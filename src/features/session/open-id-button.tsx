import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ActionError } from '#shared/form/action-form.tsx';
import { rememberBack } from './back-path.ts';
import { enter } from './enter.ts';

/** `back`: where to go once the provider has sent the browser back. */
export function OpenIdButton({ label, back }: { label: string; back: string | undefined }) {
  const begin = useMutation({ mutationFn: () => enter.byOpenId(), onMutate: () => rememberBack(back) });
  return (
    <>
      <Button variant="default" fullWidth loading={begin.isPending || begin.isSuccess} onClick={() => begin.mutate()}>
        {label}
      </Button>
      {begin.error && <ActionError error={begin.error} />}
    </>
  );
}
