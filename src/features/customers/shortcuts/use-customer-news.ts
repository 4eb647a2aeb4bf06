import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStudioCountry } from '#shared/api/studio.ts';
import { directory } from '../directory/directory.ts';
import { shortcutQueries } from './shortcut-queries.ts';

/** Tells the directory who is new, who has changed, and who is no duplicate. */
export function useCustomerNews(isWanted: boolean): void {
  const country = useStudioCountry();
  const { data } = useQuery({ ...shortcutQueries.news, enabled: isWanted });
  const { data: shortcuts } = useQuery({ ...shortcutQueries.all, enabled: isWanted });
  useEffect(() => {
    if (!data || !shortcuts) return;
    const firstSeen = data.firstSeen.map(({ customerId, at }) => ({ customerId, at: Date.parse(at) }));
    const { notDuplicates, pinned } = shortcuts;
    const recent = [...pinned, ...shortcuts.recent.map(({ customerId }) => customerId)];
    directory
      .learn({ now: Date.parse(data.now), firstSeen, changed: data.changed, country, notDuplicates, recent })
      // A worker that failed is told when it starts again.
      .catch(() => undefined);
  }, [data, shortcuts, country]);
}
