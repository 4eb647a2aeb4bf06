import { zodResolver } from '@hookform/resolvers/zod';
import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { Role } from '#contract/role.ts';
import { staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { ROLE_WORDS } from '#shared/api/session.ts';
import { ActionForm } from '#shared/form/action-form.tsx';
import { EmailField } from '#shared/form/text-field.tsx';
import { useAction } from '#shared/form/use-action.ts';
import { OneTimeLink } from './one-time-link.tsx';
import { staffQueries } from './queries.ts';
import { SettingSection } from './setting-section.tsx';

interface Invited {
  email: string;
  link: string;
  expiresAt: string;
}

const NEWCOMER: Role = 'desk';

export function InviteForm() {
  const queryClient = useQueryClient();
  const [invited, setInvited] = useState<Invited>();
  const { control, frame } = useAction({
    resolver: zodResolver(staffApi.inviteStaff.body),
    defaultValues: { email: '', role: NEWCOMER },
    act: async (body) => ({ email: body.email, ...(await call(staffApi.inviteStaff, { body })) }),
    onDone: async (made) => {
      setInvited(made);
      await queryClient.invalidateQueries(staffQueries.list());
    },
  });
  const { field: role } = useController({ control, name: 'role' });
  return (
    <SettingSection
      title="Invite a member of staff"
      words="You get a link to send to them yourself. Inviting the same address again replaces the older link."
    >
      <ActionForm label="Invite a member of staff" submitLabel="Make an invitation link" {...frame}>
        <EmailField control={control} name="email" autoComplete="off" maw="24rem" />
        <NativeSelect
          {...role}
          maw="24rem"
          label="Role"
          description={ROLE_WORDS[role.value].may}
          data={Role.options.map((value) => ({ value, label: ROLE_WORDS[value].name }))}
        />
      </ActionForm>
      {invited && <OneTimeLink {...invited} name="invitation link" />}
    </SettingSection>
  );
}
