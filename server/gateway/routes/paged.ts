import type * as z from 'zod/mini';
import type { CustomerId } from '#contract/id.ts';
import type { PageQuery } from '#contract/page.ts';
import type { ServeContext } from '#kit/serve.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import { readPage } from '../reservie/read.ts';
import { type PageAnswer, answerPage } from './answer-read.ts';

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
export function paged<Item>(reads: CachedReads, name: PagedName, item: z.ZodMiniType<Item>) {
  return ({ params, query }: PagedInput, context: ServeContext): Promise<PageAnswer<Item>> => {
    const parse = (json: unknown) => readPage(item, json, query);
    return answerPage(reads, { name, call: { params, query }, parse }, context);
  };
}
