import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { sessionQuery } from '#shared/api/session.ts';
import { ConfirmWithPassword } from './confirm-with-password.tsx';
import { EnrolApp, type TwoFactorSecret } from './enrol-app.tsx';

/** The password first, then the app; `onDone` once the session says that it is on. */
export function TurnOnTwoFactor({ onDone }: { onDone?: () => void }) {
  const queryClient = useQueryClient();
  const [secret, setSecret] = useState<TwoFactorSecret>();

  async function finish() {
    await queryClient.query({ ...sessionQuery, staleTime: 0 });
    setSecret(undefined);
    onDone?.();
  }

  if (secret) return <EnrolApp secret={secret} onDone={finish} onCancel={() => setSecret(undefined)} />;
  return (
    <ConfirmWithPassword
      key="on"
      label="Turn two-factor sign-in on"
      submitLabel="Turn on"
      act={(password) => call(staffApi.beginTwoFactor, { body: { password } })}
      onDone={setSecret}
    />
  );
}
