import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isReservieTrouble, isWorthRetrying, onSignedOut } from '#shared/api/errors.ts';
import { readsAgainByItself } from '#shared/api/call.ts';
import { sessionQuery } from '#shared/api/session.ts';
import { studioQuery } from '#shared/api/studio.ts';

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // The studio's state says whether it is one panel's trouble or the whole studio's.
    onError: (error, { meta }) => {
      if (isReservieTrouble(error) && !meta?.isAhead)
        void queryClient.invalidateQueries({ queryKey: studioQuery.queryKey });
    },
  }),
  defaultOptions: {
    queries: {
      // A computer that says it is offline asks all the same, and its user is told; waiting would be silent.
      networkMode: 'always',
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: readsAgainByItself,
      refetchOnReconnect: readsAgainByItself,
      retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
    // A write is never repeated by itself, nor kept until the network is back: by then it may be unwanted.
    mutations: { retry: false, networkMode: 'always' },
  },
});

// Asks rather than believes: the answer may have been on its way since before a user signed in again.
onSignedOut(() => void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }));
