import { type QueryMeta, queryOptions } from '@tanstack/react-query';
import { gateway } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import { type Asker, call } from '#shared/api/call.ts';
import { keepPreviousOf } from '#shared/api/keep-previous.ts';
import { RECORDED } from '#shared/api/recorded-read.ts';
import { toPageQuery } from '#shared/table/page-search.ts';

interface TabInput {
  params: { customerId: CustomerId };
  query: { page: number; pageSize: number };
}

/** `page` is 1-based. */
function tab<Name extends string, Page>(
  name: Name,
  read: (input: TabInput, asker: Asker) => Promise<Page>,
  meta: QueryMeta = {},
) {
  return (customerId: CustomerId, page = 1) =>
    queryOptions({
      queryKey: [name, 'list', { customerId, page }] as const,
      queryFn: (context) => read({ params: { customerId }, query: toPageQuery(page) }, context),
      placeholderData: keepPreviousOf(customerId),
      meta,
    });
}

/** What a customer’s tabs read, a page at a time: the tab itself, the summary and the overview share each answer. */
export const tabQueries = {
  passes: tab('passes', (input, asker) => call(gateway.listPassPurchases, input, asker)),
  appointments: tab('appointments', (input, asker) => call(gateway.listAppointments, input, asker), RECORDED),
  subscriptions: tab('subscriptions', (input, asker) => call(gateway.listMandates, input, asker)),
  videos: tab('videos', (input, asker) => call(gateway.listVideoPurchases, input, asker)),
  notes: tab('notes', (input, asker) => call(gateway.listNotes, input, asker), RECORDED),
  questionnaires: tab(
    'questionnaires',
    (input, asker) => call(gateway.listQuestionnaireAnswers, input, asker),
    RECORDED,
  ),
};
