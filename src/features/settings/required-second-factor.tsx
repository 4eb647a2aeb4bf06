import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { zodResolver } from '@hookform/resolvers/zod';
import { Checkbox } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useController } from 'react-hook-form';
import { Role } from '#contract/role.ts';
import { SecondFactorRoles, staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ROLE_WORDS } from '#shared/api/session.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { useAction } from '#shared/form/use-action.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { staffQueries } from './queries.ts';
import { SettingSection } from './setting-section.tsx';

/** For managers: which roles cannot work without a second factor. */
export function RequiredSecondFactor() {
  const { data, error, refetch } = useQuery(staffQueries.secondFactorRoles());
  return (
    <SettingSection
      title="Who needs two-factor sign-in"
      words="From their next sign-in on, staff with these roles turn it on before they can do anything else. Staff who sign in through your OpenID provider are not asked: set it up there."
    >
      {data ? <RolesForm known={data} /> : error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
    </SettingSection>
  );
}

function RolesForm({ known }: { known: SecondFactorRoles }) {
  const queryClient = useQueryClient();
  const { control, frame } = useAction({
    resolver: zodResolver(SecondFactorRoles),
    defaultValues: known,
    act: (body) => call(staffApi.requireSecondFactor, { body }),
    keep: (saved) => saved,
    onDone: async (saved) => {
      queryClient.setQueryData(staffQueries.secondFactorRoles().queryKey, saved);
      await queryClient.invalidateQueries(staffQueries.list());
    },
  });
  const { field } = useController({ control, name: 'roles' });
  return (
    <ActionForm label="Who needs two-factor sign-in" submitLabel="Save" doneWords="Saved" {...frame}>
      <Checkbox.Group {...field} label="Required for">
        {Role.options.map((role) => (
          <Checkbox key={role} mt="xs" value={role} label={ROLE_WORDS[role].name} />
        ))}
      </Checkbox.Group>
    </ActionForm>
  );
}
