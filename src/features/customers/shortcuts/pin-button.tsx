import { ActionIcon } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import { describeError } from '#shared/api/describe-error.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { notify } from '#shared/ui/notify.ts';
import { shortcutQueries, setPinned } from './shortcut-queries.ts';

/** Keeps a customer in the reader’s own rail. */
export function PinButton({ customerId }: { customerId: CustomerId }) {
  const queryClient = useQueryClient();
  const { data: shortcuts } = useQuery(shortcutQueries.all);
  const isPinned = shortcuts?.pinned.includes(customerId) ?? false;
  const label = isPinned ? 'Unpin this customer' : 'Pin this customer';
  return (
    <ActionIcon
      aria-label="Pin this customer"
      aria-pressed={isPinned}
      title={label}
      color={isPinned ? 'pine' : 'gray'}
      onClick={() => {
        setPinned(queryClient, customerId, !isPinned).catch((error: unknown) =>
          notify({ message: describeError(error).title, color: 'bad' }),
        );
      }}
    >
      <Icon name="pin" size={16} />
    </ActionIcon>
  );
}
