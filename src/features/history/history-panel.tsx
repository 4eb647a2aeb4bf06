import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Box, Group, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Answer } from '#contract/endpoint.ts';
import type { history } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import { useStudio } from '#shared/api/studio.ts';
import { formatDateTime, formatTime, toStudioTime } from '#shared/format/date-time.ts';
import { plural } from '#shared/format/number.ts';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { RecordList } from '#shared/table/record-list.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { type HistoryGroup, arrangeHistory, describeLooks } from './arrange-history.ts';
import { jointOf, stateOf, describeEntry, describeField, describeValue } from './history-rules.ts';

/** Makes a link to a customer that shows their name. */
export type RenderCustomer = (customerId: CustomerId) => ReactNode;

interface HistoryPanelProps extends Omit<PageControls, 'page'> {
  query: UseQueryResult<Answer<typeof history.listHistory>>;
  page: number | undefined;
  empty: ReactNode;
  /** Left out where the page says already who the customer is. */
  renderCustomer?: RenderCustomer;
}

/** Who did what, newest first, page by page: entries in words, looks that belong together on one line. */
export function HistoryPanel({ page = 1, renderCustomer, ...panel }: HistoryPanelProps) {
  const { timeZone } = useStudio();
  return (
    <PagedPanel {...panel} page={page} nouns={['entry', 'entries']} skeleton={<RecordListSkeleton />}>
      {(entries) => (
        <RecordList
          label="History"
          rows={arrangeHistory(entries, (at) => toStudioTime(at, timeZone).slice(0, 10))}
          keyOf={({ entries: [{ id }] }) => id}
        >
          {(group) => <Entries group={group} timeZone={timeZone} renderCustomer={renderCustomer} />}
        </RecordList>
      )}
    </PagedPanel>
  );
}

interface EntriesProps {
  group: HistoryGroup;
  timeZone: string;
  renderCustomer: RenderCustomer | undefined;
}

function Entries({ group: { entries }, timeZone, renderCustomer }: EntriesProps) {
  const [entry] = entries;
  const first = entries.at(-1) ?? entry;
  const began = toStudioTime(first.at, timeZone);
  const ended = toStudioTime(entry.at, timeZone);
  const isLong = began.slice(0, 16) !== ended.slice(0, 16);
  const state = stateOf(entry);
  const about = entry.customerId ? renderCustomer?.(entry.customerId) : entry.subject && <bdi>{entry.subject}</bdi>;
  return (
    <>
      <Group justify="space-between" gap="xs">
        <span>
          {describeEntry(entry, describeLooks(entries) || undefined)}
          {about && jointOf(entry)}
          {about}, <time dateTime={first.at}>{formatDateTime(began)}</time>
          {isLong && (
            <>
              –<time dateTime={entry.at}>{formatTime(ended)}</time>
            </>
          )}
          {entry.staff?.email && (
            <Text span size="sm" c="dimmed">
              {' '}
              · {entry.staff.email}
            </Text>
          )}
        </span>
        {entries.length > 1 && (
          <Text span size="sm" c="dimmed">
            {plural(entries.length, 'entry', 'entries')}
          </Text>
        )}
        {state && <Tag tone={state.tone}>{state.words}</Tag>}
      </Group>
      {entry.changes.length > 0 && (
        <Box component="ul" mt={6} p={0} style={{ listStyle: 'none' }}>
          {entry.changes.map(({ field, before, after }) => (
            <li key={field}>
              {describeField(field)}:{' '}
              {before !== null && (
                <>
                  <bdi>{describeValue(before)}</bdi> →{' '}
                </>
              )}
              <bdi>{describeValue(after)}</bdi>
            </li>
          ))}
        </Box>
      )}
    </>
  );
}
