import '@mantine/core/styles/Group.layer.css';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Role } from '#contract/role.ts';
import { ROLE_WORDS } from '#shared/api/session.ts';

interface RoleChoiceProps {
  /** Whose. */
  name: string;
  role: Role;
  isPending: boolean;
  onChoose: (role: Role) => void;
}

/** Choosing by arrow keys passes through other roles: only the button changes anything. */
export function RoleChoice({ name, role, isPending, onChoose }: RoleChoiceProps) {
  const [chosen, setChosen] = useState(role);
  return (
    <Group gap="0.375rem">
      <NativeSelect
        size="xs"
        miw="7rem"
        aria-label={`Role of ${name}`}
        value={chosen}
        disabled={isPending}
        data={Role.options.map((value) => ({ value, label: ROLE_WORDS[value].name }))}
        onChange={(event) => setChosen(Role.parse(event.currentTarget.value))}
      />
      {chosen !== role && (
        <>
          <Button size="xs" loading={isPending} onClick={() => onChoose(chosen)}>
            Save
          </Button>
          <Button size="xs" variant="default" disabled={isPending} onClick={() => setChosen(role)}>
            Cancel
          </Button>
        </>
      )}
    </Group>
  );
}
