import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Studio, gateway } from '#contract/gateway.ts';
import { call } from './call.ts';

/** How often a page asks whether trouble with Reservie is over; while there is none, nobody asks. */
const TROUBLE_POLL_MS = 30_000;

export const studioQuery = queryOptions({
  queryKey: ['studio'],
  queryFn: (context) => call(gateway.getStudio, {}, context),
  staleTime: Infinity,
  refetchInterval: ({ state: { data } }) => (data && hasTrouble(data) ? TROUBLE_POLL_MS : false),
});

function hasTrouble({ reservie: { state, missingScopes } }: Studio): boolean {
  return state !== 'ok' || missingScopes.length > 0;
}

/** What is assumed until the gateway has answered, so that no screen waits for it. */
const UNKNOWN_STUDIO: Studio = {
  mode: 'live',
  timeZone: 'Europe/London',
  reservie: { state: 'ok', since: '1970-01-01T00:00:00Z', missingScopes: [] },
};

export function useStudio(): Studio {
  return useQuery(studioQuery).data ?? UNKNOWN_STUDIO;
}
