import '@mantine/core/styles/Text.layer.css';
import { Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ProfileVersion } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import { useStudio } from '#shared/api/studio.ts';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { type Column, DataTable } from '#shared/table/data-table.tsx';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { historyQueries } from './queries.ts';
import { changedFields, describeOrigin } from './version-rules.ts';

/** Read only when it is opened: that is recorded as a look of its own. */
export function ProfileVersions({ customerId }: { customerId: CustomerId }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Box component="details" display="flow-root" mb="md" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <Box component="summary" py={4} fw={600}>
        Every version of the profile
      </Box>
      {isOpen && <VersionTable customerId={customerId} />}
    </Box>
  );
}

function VersionTable({ customerId }: { customerId: CustomerId }) {
  const { timeZone } = useStudio();
  const { data: versions, error, refetch } = useQuery(historyQueries.versionsOf(customerId));
  if (!versions) return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <RecordListSkeleton />;
  if (versions.length === 0) {
    return <Notice title="No version yet">Studio Desk has not seen this profile before.</Notice>;
  }
  return (
    <>
      <Text c="dimmed" maw="60ch" mt={4} mb="sm">
        {versions.length === 1
          ? 'The profile has not changed since Studio Desk first saw it.'
          : 'The newest first; what changed is bold. Changes made in Reservie itself are here from when Studio Desk saw them.'}
      </Text>
      <DataTable
        caption="Versions of the profile"
        columns={columnsOf(versions, timeZone)}
        rows={versions}
        keyOf={(version) => JSON.stringify(version)}
      />
    </>
  );
}

function columnsOf(versions: readonly ProfileVersion[], timeZone: string): Column<ProfileVersion>[] {
  const changed = new Map(versions.map((version, at) => [version, changedFields(version, versions[at + 1])]));
  /** What changed is bold, also where it is empty now. */
  const show = (field: keyof ProfileVersion, version: ProfileVersion, text: string) =>
    changed.get(version)?.has(field) ? <strong>{text || 'empty'}</strong> : text || undefined;
  return [
    { name: 'Since', cell: (version) => <Since version={version} timeZone={timeZone} />, isName: true },
    { name: 'First name', cell: (version) => inItsDirection(show('firstname', version, version.firstname)) },
    { name: 'Last name', cell: (version) => inItsDirection(show('lastname', version, version.lastname)) },
    {
      name: 'E-mail address',
      cell: (version) => {
        const email = show('email', version, version.email);
        return email && <div style={{ minWidth: '10rem' }}>{email}</div>;
      },
    },
    { name: 'Mobile number', cell: (version) => show('mobile', version, version.mobile) },
    { name: 'Archived', cell: (version) => show('archived', version, describeArchived(version)) },
  ];
}

/** A name that is written from right to left leaves the text around it alone. */
function inItsDirection(name: ReactNode): ReactNode {
  return name && <bdi>{name}</bdi>;
}

function Since({ version, timeZone }: { version: ProfileVersion; timeZone: string }) {
  return (
    <>
      <time dateTime={version.at}>{formatDateTime(toStudioTime(version.at, timeZone))}</time>
      <Text size="sm" c="dimmed">
        <bdi>{describeOrigin(version)}</bdi>
      </Text>
    </>
  );
}

function describeArchived({ archived }: ProfileVersion): string {
  if (archived === null) return '';
  return archived ? 'Yes' : 'No';
}
