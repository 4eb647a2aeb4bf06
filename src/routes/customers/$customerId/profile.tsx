import { useQueryClient, useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { CustomerId } from '#contract/id.ts';
import { patchDirectory } from '#features/customers/directory/directory.ts';
import { customerQueries } from '#features/customers/queries.ts';
import { ProfileForm } from '#features/profile/profile-form.tsx';
import { ProfileSkeleton } from '#features/profile/profile-skeleton.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';

export const Route = createFileRoute('/customers/$customerId/profile')({
  component: ProfileTab,
});

function ProfileTab() {
  const { customerId } = Route.useParams();
  const queryClient = useQueryClient();
  const options = customerQueries.profile(CustomerId.parse(customerId));
  const { data: profile, error, refetch } = useQuery(options);
  if (!profile) return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <ProfileSkeleton />;
  return (
    <ProfileForm
      key={customerId}
      profile={profile}
      fetchLatest={() => queryClient.query({ ...options, staleTime: 0 })}
      onSaved={(saved) => {
        queryClient.setQueryData(options.queryKey, saved);
        patchDirectory(saved);
        // Bookings repeat the names: read them again when they are next looked at.
        void queryClient.invalidateQueries({ queryKey: ['bookings'], refetchType: 'none' });
      }}
    />
  );
}
