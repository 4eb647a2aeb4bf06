import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { staffDesk } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { sessionQuery } from '#shared/api/session.ts';
import { Tag } from '#shared/ui/tag.tsx';
import { ConfirmWithPassword } from './confirm-with-password.tsx';
import { type TwoFactorSecret, EnrolApp } from './enrol-app.tsx';
import { SettingSection } from './setting-section.tsx';
import classes from './settings.module.css';

/** A code from an app on one's telephone, besides the password. */
export function TwoFactor({ isOn }: { isOn: boolean }) {
  const queryClient = useQueryClient();
  const [secret, setSecret] = useState<TwoFactorSecret>();

  async function reload() {
    await queryClient.query({ ...sessionQuery, staleTime: 0 });
    setSecret(undefined);
  }

  return (
    <SettingSection
      title="Two-factor sign-in"
      words="After your password, Studio Desk asks for a code that an app on your phone shows. A stolen password alone then opens nothing."
    >
      <p className={classes['state']}>{isOn ? <Tag tone="good">On</Tag> : <Tag>Off</Tag>}</p>
      {isOn ? (
        <ConfirmWithPassword
          key="off"
          label="Turn two-factor sign-in off"
          submitLabel="Turn off"
          act={(password) => call(staffDesk.disableTwoFactor, { body: { password } })}
          onDone={reload}
        />
      ) : secret ? (
        <EnrolApp secret={secret} onDone={reload} onCancel={() => setSecret(undefined)} />
      ) : (
        <ConfirmWithPassword
          key="on"
          label="Turn two-factor sign-in on"
          submitLabel="Turn on"
          act={(password) => call(staffDesk.beginTwoFactor, { body: { password } })}
          onDone={setSecret}
        />
      )}
    </SettingSection>
  );
}
