import type { QueryClient, QueryExecuteOptions } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import { beginRead } from '#shared/api/begin-read.ts';
import { readIfAllowed } from '#shared/api/session.ts';

interface LoaderInput {
  context: { queryClient: QueryClient };
  params: { customerId: CustomerId };
  preload: boolean;
}

type Query<Page> = (customerId: CustomerId) => QueryExecuteOptions<Page, Error, Page, Page>;

/** The loader of a tab: begins what it shows. */
export function startTab<Page>(query: Query<Page>) {
  return ({ context, params, preload }: LoaderInput) =>
    beginRead(context.queryClient, query(params.customerId), preload);
}

/** The same for a tab of the desk. Reading it may be recorded: a pointer that passes by has not looked. */
export function startDeskTab<Page>(query: Query<Page>) {
  return ({ context: { queryClient }, params, preload }: LoaderInput) => {
    if (!preload) void readIfAllowed(queryClient, 'desk', () => queryClient.query(query(params.customerId)));
  };
}
