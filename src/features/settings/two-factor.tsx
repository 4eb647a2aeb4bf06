import { useQueryClient } from '@tanstack/react-query';
import { staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { sessionQuery } from '#shared/api/session.ts';
import { Tag } from '#shared/ui/tag.tsx';
import { ConfirmWithPassword } from './confirm-with-password.tsx';
import { SettingSection } from './setting-section.tsx';
import { TurnOnTwoFactor } from './turn-on-two-factor.tsx';

/** A code from an app on one's telephone, besides the password. */
export function TwoFactor({ isOn }: { isOn: boolean }) {
  const queryClient = useQueryClient();
  return (
    <SettingSection
      title="Two-factor sign-in"
      words="After your password, Studio Desk asks for a code that an app on your phone shows. A stolen password alone then opens nothing."
    >
      <div>{isOn ? <Tag tone="good">On</Tag> : <Tag>Off</Tag>}</div>
      {isOn ? (
        <ConfirmWithPassword
          key="off"
          label="Turn two-factor sign-in off"
          submitLabel="Turn off"
          act={(password) => call(staffApi.disableTwoFactor, { body: { password } })}
          onDone={async () => {
            await queryClient.query({ ...sessionQuery, staleTime: 0 });
          }}
        />
      ) : (
        <TurnOnTwoFactor />
      )}
    </SettingSection>
  );
}
