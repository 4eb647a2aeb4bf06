import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Box, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { NotDuplicates } from '#contract/shortcuts.ts';
import { isAllowed } from '#contract/role.ts';
import { describeError } from '#shared/api/describe-error.ts';
import { useSession } from '#shared/api/session.ts';
import { plural } from '#shared/format/number.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { notify } from '#shared/ui/notify.ts';
import { PageTitle } from '#shared/ui/page-title.tsx';
import { shortcutQueries, markNotDuplicates } from '../shortcuts/shortcut-queries.ts';
import { useListedCustomers } from '../shortcuts/use-listed-customers.ts';
import { personName } from '#contract/person-name.ts';
import { type DuplicateGroup, fingerprintOf } from './duplicate-group.ts';
import { DuplicateCard } from './duplicate-card.tsx';
import { useDuplicates } from './use-duplicates.ts';

interface DuplicatesPageProps {
  /** From 1. */
  page: number;
  onPage: (page: number) => void;
}

const ON_A_PAGE = 10;

/** Customers who are probably one person, side by side, and what to do about it. */
export function DuplicatesPage({ page, onPage }: DuplicatesPageProps) {
  const queryClient = useQueryClient();
  const { role } = useSession();
  const { data: shortcuts } = useQuery(shortcutQueries.all);
  const { groups, error } = useDuplicates(true);
  const canMark = isAllowed(role, 'desk');
  const pages = Math.max(1, Math.ceil((groups?.length ?? 0) / ON_A_PAGE));
  const shown = Math.min(page, pages);

  async function mark(customerIds: NotDuplicates['customerIds'], fingerprint: string, isDuplicate: boolean) {
    try {
      await markNotDuplicates(queryClient, { customerIds, fingerprint, isDuplicate });
      await notify({
        message: isDuplicate ? 'They are looked at again.' : 'Remembered for all staff: no duplicates.',
        color: 'good',
      });
    } catch (failure) {
      await notify({ message: describeError(failure).title, color: 'bad' });
    }
  }

  function dismiss({ customers }: DuplicateGroup) {
    const ids = customers.map(({ id }) => id);
    void mark(ids, fingerprintOf(customers), false);
  }

  return (
    <>
      <Group align="baseline" gap="0 0.75rem" mb="md">
        <PageTitle>Duplicates</PageTitle>
        <Text size="sm" c="dimmed" role="status">
          {groups ? `${plural(groups.length, 'group')} of likely duplicates` : error ? '' : 'Looking through the list…'}
        </Text>
      </Group>
      {!groups &&
        (error ? <ErrorPanel error={error} onRetry={() => window.location.reload()} /> : <Skeleton height={180} />)}
      {groups?.length === 0 && (
        <Notice title="No likely duplicates">
          Customers appear here who have a similar name and one thing more in common: the e-mail address, the mobile, or
          an archived twin.
        </Notice>
      )}
      {groups && groups.length > 0 && (
        <Stack gap="md">
          {groups.slice((shown - 1) * ON_A_PAGE, shown * ON_A_PAGE).map((group) => (
            <DuplicateCard
              key={fingerprintOf(group.customers)}
              group={group}
              onDismiss={canMark ? () => dismiss(group) : undefined}
            />
          ))}
        </Stack>
      )}
      {pages > 1 && (
        <Group component="nav" gap="sm" mt="md" aria-label="Pages">
          <Button variant="default" size="xs" disabled={shown === 1} onClick={() => onPage(shown - 1)}>
            Previous
          </Button>
          Page {shown} of {pages}
          <Button variant="default" size="xs" disabled={shown === pages} onClick={() => onPage(shown + 1)}>
            Next
          </Button>
        </Group>
      )}
      {shortcuts && shortcuts.notDuplicates.length > 0 && (
        <Box component="section" mt="xl" aria-labelledby="not-duplicates">
          <Title order={2} fz="md" id="not-duplicates">
            Said to be no duplicates
          </Title>
          <ul>
            {shortcuts.notDuplicates.map((entry) => (
              <Dismissed
                key={entry.customerIds.join(' ')}
                entry={entry}
                onUndo={canMark ? () => void mark(entry.customerIds, entry.fingerprint, true) : undefined}
              />
            ))}
          </ul>
        </Box>
      )}
    </>
  );
}

function Dismissed({ entry, onUndo }: { entry: NotDuplicates; onUndo: (() => void) | undefined }) {
  const customers = useListedCustomers(entry.customerIds);
  const names = customers.map((customer) => personName(customer) || customer.id).join(' and ');
  return (
    <li>
      {names || entry.customerIds.join(' and ')}, said by {entry.by}
      {onUndo && (
        <Button size="compact-sm" variant="subtle" onClick={onUndo}>
          Look at them again
        </Button>
      )}
    </li>
  );
}
