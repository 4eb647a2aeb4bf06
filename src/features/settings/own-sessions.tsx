import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type OwnSession, staffApi } from '#contract/staff.ts';
import { call } from '#shared/api/call.ts';
import { useStudio } from '#shared/api/studio.ts';
import { ActionError } from '#shared/form/action-form.tsx';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { describeBrowser } from './describe-browser.ts';
import { staffQueries } from './queries.ts';
import { SettingSection } from './setting-section.tsx';

/** Where a member of staff is signed in, each of which they can end. */
export function OwnSessions() {
  const { data, error, refetch } = useQuery(staffQueries.ownSessions());
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: (sessionId: string) => call(staffApi.endOwnSession, { params: { sessionId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: staffQueries.ownSessions().queryKey }),
  });
  return (
    <SettingSection
      title="Where you are signed in"
      words="End a session that you do not know, and change your password."
    >
      {error && !data && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {end.error && <ActionError error={end.error} />}
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {data?.data.map((session) => (
          <li key={session.id}>
            <Session session={session} isEnding={end.isPending} onEnd={() => end.mutate(session.id)} />
          </li>
        ))}
      </Stack>
    </SettingSection>
  );
}

function Session({ session, isEnding, onEnd }: { session: OwnSession; isEnding: boolean; onEnd: () => void }) {
  const { timeZone } = useStudio();
  const browser = describeBrowser(session.browser);
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Group gap="xs">
          <Text>{browser}</Text>
          {session.isThis && <Badge color="good">This one</Badge>}
        </Group>
        <Text size="sm" c="var(--desk-text-quiet)">
          Signed in {formatDateTime(toStudioTime(session.signedInAt, timeZone))}
          {session.address && <> from {session.address}</>}
        </Text>
      </div>
      {!session.isThis && (
        <Button variant="default" size="xs" disabled={isEnding} aria-label={`Sign out ${browser}`} onClick={onEnd}>
          Sign out
        </Button>
      )}
    </Group>
  );
}
