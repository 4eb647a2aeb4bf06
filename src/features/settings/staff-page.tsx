import { useQuery } from '@tanstack/react-query';
import { useSession } from '#shared/api/session.ts';
import { onGatewayClock } from '#shared/format/gateway-clock.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { RefreshNote } from '#shared/ui/refresh-note.tsx';
import { InvitationTable } from './invitation-table.tsx';
import { InviteForm } from './invite-form.tsx';
import { RequiredSecondFactor } from './required-second-factor.tsx';
import { staffQueries } from './queries.ts';
import { SettingSection } from './setting-section.tsx';
import { StaffTable } from './staff-table.tsx';

/** All who may sign in, and those who were invited; for managers. */
export function StaffPage() {
  const { data, error, dataUpdatedAt, refetch } = useQuery(staffQueries.list());
  const { staff: me } = useSession();
  if (!data || !me) {
    return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <RecordListSkeleton />;
  }
  return (
    <>
      {error && <RefreshNote readAt={onGatewayClock(dataUpdatedAt)} onRetry={() => void refetch()} />}
      <SettingSection title="Members of staff" isWide>
        <StaffTable staff={data.data} me={me} />
      </SettingSection>
      {data.invitations.length > 0 && (
        <SettingSection title="Open invitations" isWide>
          <InvitationTable invitations={data.invitations} />
        </SettingSection>
      )}
      <InviteForm />
      <RequiredSecondFactor />
    </>
  );
}
