import { zodResolver } from '@hookform/resolvers/zod';
import { SHORTEST_PASSWORD, staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { PasswordField } from '#shared/form/password-field.tsx';
import { useAction } from '#shared/form/use-action.ts';
import { SettingSection } from './setting-section.tsx';

export function ChangePassword() {
  const { control, frame } = useAction({
    resolver: zodResolver(staffApi.changePassword.body),
    defaultValues: { current: '', next: '' },
    act: (body) => call(staffApi.changePassword, { body }),
  });
  return (
    <SettingSection title="Password" words="Changing it signs you out on every other device.">
      <ActionForm
        label="Change password"
        submitLabel="Change password"
        doneWords="Changed. Your other devices are signed out."
        {...frame}
      >
        <PasswordField
          control={control}
          maw="24rem"
          name="current"
          label="Current password"
          autoComplete="current-password"
          required
        />
        <PasswordField
          control={control}
          maw="24rem"
          name="next"
          label="New password"
          description={`At least ${SHORTEST_PASSWORD} characters. A few words in a row are easy to remember.`}
          autoComplete="new-password"
          required
        />
      </ActionForm>
    </SettingSection>
  );
}
