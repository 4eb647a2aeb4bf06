import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { StudioWordsForm } from '#features/settings/studio-words-form.tsx';
import { studioSettingsQuery } from '#shared/api/studio-settings.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { RoleGate } from '#shared/ui/role-gate.tsx';

export const Route = createFileRoute('/settings/studio')({
  component: () => (
    <RoleGate needs="manager" who="Only managers change what the studio means." loading={<RecordListSkeleton />}>
      <StudioTab />
    </RoleGate>
  ),
});

function StudioTab() {
  // A manager who saved meanwhile is a conflict, and said.
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    ...studioSettingsQuery,
    // The form begins with what holds now.
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
  if (!data || !isFetchedAfterMount)
    return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <RecordListSkeleton />;
  return <StudioWordsForm known={data} />;
}
