import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStudioCountry } from '#shared/api/studio-country.ts';
import { directory } from '../directory/directory.ts';
import { deskBookQueries } from './desk-book-queries.ts';

/** Tells the directory who is new and who has changed; asked for once the list is there. */
export function useCustomerNews(isListShown: boolean): void {
  const country = useStudioCountry();
  const { data } = useQuery({ ...deskBookQueries.news, enabled: isListShown });
  useEffect(() => {
    if (!data) return;
    const firstSeen = data.firstSeen.map(({ customerId, at }) => ({ customerId, at: Date.parse(at) }));
    directory
      .learn({ now: Date.parse(data.now), firstSeen, changed: data.changed, country })
      // A worker that failed is told when it starts again.
      .catch(() => undefined);
  }, [data, country]);
}
