import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ActionError } from '#shared/form/action-form.tsx';
import { SettingSection } from './setting-section.tsx';

export function SignOutEverywhere() {
  const signOut = useMutation({
    mutationFn: () => call(staffApi.signOutEverywhere, {}),
    onSuccess: () => {
      // Loads the page anew: nothing that was read stays in memory.
      window.location.replace('/sign-in');
    },
  });
  return (
    <SettingSection
      title="Sign out everywhere"
      words="Ends your sessions on every device, this one included. For when you forgot to sign out somewhere."
    >
      {signOut.error && <ActionError error={signOut.error} />}
      <div>
        <Button variant="default" loading={signOut.isPending || signOut.isSuccess} onClick={() => signOut.mutate()}>
          Sign out everywhere
        </Button>
      </div>
    </SettingSection>
  );
}
