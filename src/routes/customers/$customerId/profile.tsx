import { useQueryClient, useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { CustomerId } from '#contract/id.ts';
import { isAllowed } from '#contract/role.ts';
import { patchDirectory } from '#features/customers/directory/directory.ts';
import { customerQueries } from '#features/customers/queries.ts';
import { useSaveState } from '#features/live/save-state.ts';
import { ProfileEditor } from '#features/profile/profile-editor.tsx';
import { ProfileFacts } from '#features/profile/profile-facts.tsx';
import { ProfileSkeleton } from '#features/profile/profile-skeleton.tsx';
import { useSession } from '#shared/api/session.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';

export const Route = createFileRoute('/customers/$customerId/profile')({
  component: ProfileTab,
});

function ProfileTab() {
  const customerId = CustomerId.parse(Route.useParams().customerId);
  const queryClient = useQueryClient();
  const options = customerQueries.profile(customerId);
  const { data, error, refetch } = useQuery(options);
  const profile = data?.data;
  const session = useSession();
  const saveState = useSaveState(customerId, profile);
  if (!profile && error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!session.session && session.error) return <ErrorPanel error={session.error} onRetry={session.refetch} />;
  if (!profile || !session.session) return <ProfileSkeleton />;
  // Signed out: the editing user finds the form as it was once they are back.
  if (session.role !== undefined && !isAllowed(session.role, 'desk')) return <ProfileFacts profile={profile} />;
  return (
    <ProfileEditor
      key={customerId}
      profile={profile}
      saveState={saveState}
      fetchLatest={async () => (await queryClient.query({ ...options, staleTime: 0 })).data}
      onSaved={(saved) => {
        queryClient.setQueryData(options.queryKey, { data: saved, staleSince: undefined });
        patchDirectory(saved);
        // Bookings repeat the names: read them again when they are next looked at.
        void queryClient.invalidateQueries({ queryKey: bookingQueries.all, refetchType: 'none' });
      }}
    />
  );
}
