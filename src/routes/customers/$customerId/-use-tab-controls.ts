import { useNavigate, useSearch } from '@tanstack/react-router';
import type { TabControls } from '#shared/customer/records-panel.tsx';
import { readTabSearch, withChange } from '#shared/customer/tab-search.ts';

/** What of a tab is shown stands in its address, and changing it adds no step to the history. */
export function useTabControls(): TabControls {
  const search = readTabSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  return {
    search,
    onFilter: (change) =>
      void navigate({ to: '.', search: withChange(search, change), replace: true, resetScroll: false }),
  };
}
