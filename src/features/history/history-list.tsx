import { useQuery } from '@tanstack/react-query';
import { type HistoryEntry, history } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import { useStudio } from '#shared/api/studio.ts';
import { formatDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { RecordList } from '#shared/table/record-list.tsx';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import classes from './history-list.module.css';
import { stateOf, wordEntry, wordField, wordValue } from './history-words.ts';
import { historyQueries } from './queries.ts';

/** Who changed a customer's profile or looked at it, newest first. */
export function HistoryList({ customerId, ...controls }: PageControls & { customerId: CustomerId }) {
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
          <RecordList label="History" rows={entries} keyOf={({ id }) => id}>
            {(entry) => <Entry entry={entry} />}
          </RecordList>
        )}
      </PagedPanel>
    </>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { timeZone } = useStudio();
  const state = stateOf(entry);
  return (
    <>
      <div className={classes['head']}>
        <span>
          {wordEntry(entry)}, <time dateTime={entry.at}>{formatDateTime(toStudioTime(entry.at, timeZone))}</time>
        </span>
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
