import '@mantine/core/styles/Text.layer.css';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ProfileVersion } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import { useStudio } from '#shared/api/studio.ts';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { DataCell, DataTable } from '#shared/table/data-table.tsx';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { historyQueries } from './queries.ts';
import classes from './profile-versions.module.css';
import { changedFields, wordOrigin } from './version-words.ts';

/** Read only when it is opened: that is recorded as a look of its own. */
export function ProfileVersions({ customerId }: { customerId: CustomerId }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes['versions']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Every version of the profile</summary>
      {isOpen && <VersionTable customerId={customerId} />}
    </details>
  );
}

const COLUMNS = [
  { name: 'Since' },
  { name: 'First name' },
  { name: 'Last name' },
  { name: 'E-mail address' },
  { name: 'Mobile number' },
  { name: 'Archived' },
];

function VersionTable({ customerId }: { customerId: CustomerId }) {
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
      <DataTable caption="Versions of the profile" columns={COLUMNS}>
        <tbody>
          {versions.map((version, index) => (
            <VersionRow key={JSON.stringify(version)} version={version} before={versions[index + 1]} />
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

function VersionRow({ version, before }: { version: ProfileVersion; before: ProfileVersion | undefined }) {
  const { timeZone } = useStudio();
  const changed = changedFields(version, before);
  const show = (field: keyof ProfileVersion, value: ReactNode) =>
    changed.has(field) ? <strong>{value || 'empty'}</strong> : value || '—';
  const { firstname, lastname, email, mobile, archived } = version;
  return (
    <tr>
      <th scope="row">
        <time dateTime={version.at}>{formatDateTime(toStudioTime(version.at, timeZone))}</time>
        <Text size="sm" c="dimmed">
          <bdi>{wordOrigin(version)}</bdi>
        </Text>
      </th>
      <DataCell label="First name">
        <bdi>{show('firstname', firstname)}</bdi>
      </DataCell>
      <DataCell label="Last name">
        <bdi>{show('lastname', lastname)}</bdi>
      </DataCell>
      <DataCell label="E-mail">
        <div className={classes['email']}>{show('email', email)}</div>
      </DataCell>
      <DataCell label="Mobile">{show('mobile', mobile)}</DataCell>
      <DataCell label="Archived">{show('archived', archived === null ? '' : archived ? 'Yes' : 'No')}</DataCell>
    </tr>
  );
}
