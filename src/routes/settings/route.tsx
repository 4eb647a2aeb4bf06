import { Outlet, createFileRoute, linkOptions } from '@tanstack/react-router';
import { isAllowed } from '#contract/role.ts';
import { SettingsPage } from '#features/settings/settings-page.tsx';
import { useSession } from '#shared/api/session.ts';

export const Route = createFileRoute('/settings')({ component: SettingsLayout });

function SettingsLayout() {
  const { role } = useSession();
  const tabs = [
    { label: 'Your account', link: linkOptions({ to: '/settings/account' }) },
    ...(isAllowed(role, 'manager')
      ? [
          { label: 'Studio', link: linkOptions({ to: '/settings/studio' }) },
          { label: 'Staff', link: linkOptions({ to: '/settings/staff' }) },
          { label: 'History', link: linkOptions({ to: '/settings/history' }) },
        ]
      : []),
  ];
  return (
    <SettingsPage tabs={tabs}>
      <Outlet />
    </SettingsPage>
  );
}
