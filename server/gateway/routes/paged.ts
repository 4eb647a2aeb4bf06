import type * as z from 'zod/mini';
import type { CustomerId } from '#contract/id.ts';
import type { PageQuery } from '#contract/page.ts';
import type { ReservieClient } from '../reservie/client.ts';
import { type Page, readPage } from '../reservie/read.ts';

type PagedName =
  | 'listPassPurchases'
  | 'listAppointments'
  | 'listMandates'
  | 'listVideoPurchases'
  | 'listNotes'
  | 'listQuestionnaireAnswers';

interface PagedInput {
  params: { customerId: CustomerId };
  query: PageQuery;
}

/** The handler of a customer's sub-resource that takes nothing but a page. */
export function paged<Item>(client: ReservieClient, name: PagedName, item: z.ZodMiniType<Item>) {
  return async ({ params, query }: PagedInput): Promise<Page<Item>> =>
    readPage(item, await client.read(name, { params, query }), query);
}
