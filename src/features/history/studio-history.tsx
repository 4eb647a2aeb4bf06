import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Staff } from '#contract/session.ts';
import { RecordListSkeleton } from '#shared/table/record-list-skeleton.tsx';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { HistoryEntries, type RenderCustomer } from './history-entries.tsx';
import { HistoryFilters, NO_FILTER } from './history-filters.tsx';
import { historyQueries } from './queries.ts';
import type { HistorySearch } from './search.ts';

interface StudioHistoryProps extends Omit<PageControls, 'page'> {
  search: HistorySearch;
  staff: readonly Staff[] | undefined;
  onFilter: (change: HistorySearch) => void;
  renderCustomer: RenderCustomer;
}

/** Who did what, newest first. */
export function StudioHistory({ search, staff, onFilter, renderCustomer, ...controls }: StudioHistoryProps) {
  const query = useQuery(historyQueries.ofStudio(search));
  return (
    <>
      <HistoryFilters search={search} staff={staff} onFilter={onFilter} />
      <PagedPanel
        {...controls}
        page={search.page ?? 1}
        query={query}
        nouns={['entry', 'entries']}
        skeleton={<RecordListSkeleton />}
        empty={
          <Notice
            title="Nothing recorded"
            actions={
              <Button variant="default" size="sm" onClick={() => onFilter(NO_FILTER)}>
                Show everything
              </Button>
            }
          >
            Nothing that was done in Studio Desk fits these filters.
          </Notice>
        }
      >
        {(entries) => <HistoryEntries entries={entries} renderCustomer={renderCustomer} />}
      </PagedPanel>
    </>
  );
}
