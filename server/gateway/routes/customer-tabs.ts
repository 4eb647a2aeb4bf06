import type * as z from 'zod/mini';
import { Appointment } from '#contract/appointment.ts';
import type { CustomerId } from '#contract/id.ts';
import { Note } from '#contract/note.ts';
import type { PageQuery } from '#contract/page.ts';
import { PassPurchase } from '#contract/pass.ts';
import { QuestionnaireAnswer } from '#contract/questionnaire.ts';
import { SubscriptionMandate } from '#contract/subscription.ts';
import { VideoPurchase } from '#contract/video.ts';
import type { ServeContext } from '#kit/serve.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import { readPage } from '../reservie/read.ts';
import { type PageAnswer, answerPage } from './answer-read.ts';
import type { Routes } from './handlers.ts';

type TabName =
  | 'listPassPurchases'
  | 'listAppointments'
  | 'listMandates'
  | 'listVideoPurchases'
  | 'listNotes'
  | 'listQuestionnaireAnswers';

interface TabInput {
  params: { customerId: CustomerId };
  query: PageQuery;
}

/** What a customer’s tabs list, a page at a time: all the same but for what a row is. */
export function customerTabRoutes(reads: CachedReads): Routes<TabName> {
  function tab<Item>(name: TabName, item: z.ZodMiniType<Item>) {
    return ({ params, query }: TabInput, context: ServeContext): Promise<PageAnswer<Item>> => {
      const parse = (json: unknown) => readPage(item, json, query);
      return answerPage(reads, { name, call: { params, query }, parse }, context);
    };
  }
  return {
    listPassPurchases: tab('listPassPurchases', PassPurchase),
    listAppointments: tab('listAppointments', Appointment),
    listMandates: tab('listMandates', SubscriptionMandate),
    listVideoPurchases: tab('listVideoPurchases', VideoPurchase),
    listNotes: tab('listNotes', Note),
    listQuestionnaireAnswers: tab('listQuestionnaireAnswers', QuestionnaireAnswer),
  };
}
