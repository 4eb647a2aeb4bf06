import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Staff } from '#contract/session.ts';
import type { PageControls } from '#shared/table/paged-panel.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { HistoryPanel, type RenderCustomer } from './history-panel.tsx';
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
      <HistoryPanel
        {...controls}
        page={search.page}
        query={query}
        renderCustomer={renderCustomer}
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
      />
    </>
  );
}
