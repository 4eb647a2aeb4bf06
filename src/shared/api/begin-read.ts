import { type QueryClient, type QueryExecuteOptions, type QueryKey, noop } from '@tanstack/react-query';

declare module '@tanstack/react-query' {
  interface Register {
    /** `isAhead`: read before a page shows it. `isRecorded`: reading it is recorded as a look. */
    queryMeta: { isAhead?: boolean; isRecorded?: boolean };
  }
}

/**
 * Begins what a page will show, for its loader, which does not wait. `isAhead`: a pointer only rests on the link. Such a
 * read stands behind all waiting users and gives up soon; opening the page meanwhile asks anew, in the lane of waiting users.
 */
export function beginRead<Answer, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryExecuteOptions<Answer, Error, Answer, Answer, Key>,
  isAhead: boolean,
): void {
  const read = isAhead ? readAhead(queryClient, options) : readNow(queryClient, options);
  // The screen that shows it says what went wrong.
  read.catch(noop);
}

async function readAhead<Answer, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryExecuteOptions<Answer, Error, Answer, Answer, Key>,
): Promise<void> {
  // A pointer that rests on a link has not looked at what it leads to.
  if (options.meta?.isRecorded) return;
  // What is on the screen would show the failure of a read that was not asked for.
  if (findQuery(queryClient, options.queryKey)?.isActive()) return;
  await queryClient.query({ ...options, staleTime: 'static', retry: false, meta: { isAhead: true } });
}

async function readNow<Answer, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryExecuteOptions<Answer, Error, Answer, Answer, Key>,
): Promise<void> {
  const { queryKey } = options;
  const query = findQuery(queryClient, queryKey);
  if (query?.state.fetchStatus !== 'idle' && query?.meta?.isAhead) {
    await queryClient.cancelQueries({ queryKey, exact: true });
  }
  await queryClient.query(options);
}

function findQuery(queryClient: QueryClient, queryKey: QueryKey) {
  return queryClient.getQueryCache().find({ queryKey, exact: true });
}
