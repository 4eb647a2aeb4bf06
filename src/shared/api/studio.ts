import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Studio, gateway } from '#contract/gateway.ts';
import { call } from './call.ts';

const studioQuery = queryOptions({
  queryKey: ['studio'],
  queryFn: ({ signal }) => call(gateway.getStudio, {}, signal),
  staleTime: Infinity,
});

/** What is assumed until the gateway has answered, so that no screen waits for it. */
const UNKNOWN_STUDIO: Studio = { mode: 'live', timeZone: 'Europe/London' };

export function useStudio(): Studio {
  return useQuery(studioQuery).data ?? UNKNOWN_STUDIO;
}
