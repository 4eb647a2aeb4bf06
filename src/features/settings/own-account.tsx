import { ROLE_WORDS, useSession } from '#shared/api/session.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { FactList } from '#shared/ui/fact-list.tsx';
import { AboutStudioDesk } from './about-studio-desk.tsx';
import { ChangePassword } from './change-password.tsx';
import { KeyboardSetting } from './keyboard-setting.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { SettingSection } from './setting-section.tsx';
import { SignOutEverywhere } from './sign-out-everywhere.tsx';
import { TwoFactor } from './two-factor.tsx';

/** What each member of staff may do about their own account. */
export function OwnAccount() {
  const { staff, error, refetch } = useSession();
  if (!staff) return error ? <ErrorPanel error={error} onRetry={refetch} /> : null;
  const { name, may } = ROLE_WORDS[staff.role];
  return (
    <>
      <SettingSection title="You" words={`${may} Only a manager can change a role.`}>
        <FactList
          isLong
          facts={[
            { name: 'Name', value: <bdi>{staff.name}</bdi> },
            { name: 'E-mail address', value: staff.email },
            { name: 'Role', value: name },
          ]}
        />
      </SettingSection>
      {staff.hasPassword ? (
        <>
          <ChangePassword />
          <TwoFactor isOn={staff.hasTwoFactor} />
        </>
      ) : (
        <SettingSection title="Password">
          <p>You sign in without a password, so there is none to change here, and no second factor to turn on.</p>
        </SettingSection>
      )}
      <KeyboardSetting />
      <OwnSessions />
      <SignOutEverywhere />
      <AboutStudioDesk />
    </>
  );
}
