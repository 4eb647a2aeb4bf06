import { type QueryFunctionContext, type QueryKey, type QueryMeta, queryOptions } from '@tanstack/react-query';
import { gateway } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import { type Asker, RECORDED, call } from '#shared/api/call.ts';
import { gatherTab, type TabPage } from './gather-tab.ts';

interface TabInput {
  params: { customerId: CustomerId };
  query: { page: number; pageSize: number };
}

/** Reservie’s limit: nearly every customer’s tab is one page. */
const PAGE_SIZE = 100;

function tab<Row extends object>(
  resource: readonly [string],
  read: (input: TabInput, asker: Asker) => Promise<TabPage<Row>>,
  meta: QueryMeta = {},
) {
  return (customerId: CustomerId) => {
    const queryKey: QueryKey = [...resource, 'list', { customerId }];
    return queryOptions({
      queryKey,
      queryFn: ({ signal, meta: asked }: QueryFunctionContext) =>
        gatherTab((page) => {
          const asker = { signal, meta: { ...asked, isInBackground: page > 0 } };
          return read({ params: { customerId }, query: { page, pageSize: PAGE_SIZE } }, asker);
        }),
      meta,
    });
  };
}

/**
 * What a customer’s tabs read, whole: the tab itself, the summary and the overview share each answer. What was written about
 * a customer is read by what shows it, and recorded; the summary has queries without it.
 */
export const tabQueries = {
  passes: tab(['passes'], (input, asker) => call(gateway.listPassPurchases, input, asker)),
  appointments: tab(['appointments'], (input, asker) => call(gateway.listAppointments, input, asker), RECORDED),
  subscriptions: tab(['subscriptions'], (input, asker) => call(gateway.listMandates, input, asker)),
  videos: tab(['videos'], (input, asker) => call(gateway.listVideoPurchases, input, asker)),
  notes: tab(['notes'], (input, asker) => call(gateway.listNotes, input, asker), RECORDED),
  questionnaires: tab(['questionnaires'], (input, asker) => call(gateway.listQuestionnaires, input, asker)),
  /** Without notes. */
  appointmentSummary: tab(['appointmentSummary'], (input, asker) => call(gateway.summariseAppointments, input, asker)),
  noteCount: (customerId: CustomerId) =>
    queryOptions({
      queryKey: ['noteCount', { customerId }] as const,
      queryFn: (context) => call(gateway.countNotes, { params: { customerId } }, context),
    }),
};
