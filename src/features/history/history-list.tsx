import { useQuery } from '@tanstack/react-query';
import { history } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import { useStudio } from '#shared/api/studio.ts';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { RecordList } from '#shared/table/record-list.tsx';
import { plural } from '#shared/format/number.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { type HistoryGroup, arrangeHistory, wordLooks } from './arrange-history.ts';
import classes from './history-list.module.css';
import { stateOf, wordEntry, wordField, wordValue } from './history-words.ts';
import { historyQueries } from './queries.ts';

/** Who changed a customer's profile or looked at it, newest first. */
export function HistoryList({ customerId, ...controls }: PageControls & { customerId: CustomerId }) {
  const { timeZone } = useStudio();
  const query = useQuery(historyQueries.ofCustomer(customerId, controls.page));
  return (
    <>
      <p className={classes['export']}>
        <a href={`${history.exportHistory.path}?customerId=${customerId}`} download>
          Download as CSV
        </a>
      </p>
      <PagedPanel
        {...controls}
        query={query}
        nouns={['entry', 'entries']}
        skeleton={<RecordListSkeleton />}
        empty={<Notice title="No history yet">Nobody has changed or looked at this customer in Studio Desk.</Notice>}
      >
        {(entries) => (
          <RecordList
            label="History"
            rows={arrangeHistory(entries, (at) => toStudioTime(at, timeZone).slice(0, 10))}
            keyOf={({ entries: [{ id }] }) => id}
          >
            {(group) => <Group group={group} timeZone={timeZone} />}
          </RecordList>
        )}
      </PagedPanel>
    </>
  );
}

function Group({ group: { entries }, timeZone }: { group: HistoryGroup; timeZone: string }) {
  const [entry] = entries;
  const first = entries.at(-1) ?? entry;
  const began = toStudioTime(first.at, timeZone);
  const ended = toStudioTime(entry.at, timeZone);
  const isLong = began.slice(0, 16) !== ended.slice(0, 16);
  const state = stateOf(entry);
  return (
    <>
      <div className={classes['head']}>
        <span>
          {wordEntry(entry, wordLooks(entries) || undefined)}, <time dateTime={first.at}>{formatDateTime(began)}</time>
          {isLong && (
            <>
              –<time dateTime={entry.at}>{ended.slice(11, 16)}</time>
            </>
          )}
        </span>
        {entries.length > 1 && <span className={classes['number']}>{plural(entries.length, 'entry', 'entries')}</span>}
        {state && <Tag tone={state.tone}>{state.words}</Tag>}
      </div>
      {entry.changes.length > 0 && (
        <ul className={classes['changes']}>
          {entry.changes.map(({ field, before, after }) => (
            <li key={field}>
              {wordField(field)}: <bdi>{wordValue(before)}</bdi> → <bdi>{wordValue(after)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
