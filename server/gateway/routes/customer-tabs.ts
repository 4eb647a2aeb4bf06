import type * as z from 'zod/mini';
import { Appointment } from '#contract/appointment.ts';
import type { CustomerId } from '#contract/id.ts';
import { Note } from '#contract/note.ts';
import { type PageQuery, isUnreadable } from '#contract/page.ts';
import { PassPurchase } from '#contract/pass.ts';
import { type FilledQuestionnaire, QuestionnaireAnswer } from '#contract/questionnaire.ts';
import { SubscriptionMandate } from '#contract/subscription.ts';
import { VideoPurchase } from '#contract/video.ts';
import type { ServeContext } from '#kit/serve.ts';
import { Problem } from '../http/problem.ts';
import type { CachedReads, Read } from '../reservie/cached-reads.ts';
import { type Page, readPage } from '../reservie/read.ts';
import { type PageAnswer, type Routes, answerPage } from './answer-read.ts';

type TabName =
  | 'listPassPurchases'
  | 'listAppointments'
  | 'listMandates'
  | 'listVideoPurchases'
  | 'listNotes'
  | 'listQuestionnaireAnswers';

type CustomerTabs =
  | Exclude<TabName, 'listQuestionnaireAnswers'>
  | 'summariseAppointments'
  | 'countNotes'
  | 'listQuestionnaires'
  | 'revealAnswers';

interface TabInput {
  params: { customerId: CustomerId };
  query: PageQuery;
}

/** As pages ask for them, so that the page in the cache serves the count and the reveal too. */
export const LARGEST_PAGE = 100;

/** A page of one of a customer's tabs. */
export function tabRead<Item>(
  name: TabName,
  item: z.ZodMiniType<Item>,
  { params, query }: TabInput,
): Read<TabName, Page<Item>> {
  return { name, call: { params, query }, parse: (json) => readPage(item, json, query) };
}

/** What a customer’s tabs list, a page at a time: all the same but for what a row is. */
export function customerTabRoutes(reads: CachedReads): Routes<CustomerTabs> {
  function tab<Item>(name: TabName, item: z.ZodMiniType<Item>) {
    return (input: TabInput, context: ServeContext): Promise<PageAnswer<Item>> =>
      answerPage(reads, tabRead(name, item, input), context);
  }
  const listAppointments = tab('listAppointments', Appointment);
  const listNotes = tab('listNotes', Note);
  const listAnswers = tab('listQuestionnaireAnswers', QuestionnaireAnswer);
  return {
    listPassPurchases: tab('listPassPurchases', PassPurchase),
    listAppointments,
    summariseAppointments: async (input, context) => withoutNotes(await listAppointments(input, context)),
    listMandates: tab('listMandates', SubscriptionMandate),
    listVideoPurchases: tab('listVideoPurchases', VideoPurchase),
    listNotes,
    countNotes: async ({ params }, context) => {
      const { total } = await listNotes({ params, query: { page: 0, pageSize: LARGEST_PAGE } }, context);
      return { total };
    },
    listQuestionnaires: async (input, context) => eachRow(await listAnswers(input, context), withoutAnswers),
    revealAnswers: async ({ params: { customerId, answersId } }, context) => {
      for (let page = 0, isLast = false; !isLast; page += 1) {
        const query = { page, pageSize: LARGEST_PAGE };
        const { data, total, pageSize } = await listAnswers({ params: { customerId }, query }, context);
        const found = data.find(({ id }) => id === answersId);
        if (found && !isUnreadable(found)) return { data: found };
        isLast = data.length === 0 || (page + 1) * pageSize >= total;
      }
      throw new Problem('not_found', 'Reservie no longer has these answers for this customer.');
    },
  };
}

function withoutAnswers({ id, questionnaire, submitted_at, answers }: QuestionnaireAnswer): FilledQuestionnaire {
  const unanswered = answers.filter(({ answer }) => answer.trim() === '').length;
  return { id, type: 'filled_questionnaire', questionnaire, submitted_at, questions: answers.length, unanswered };
}

/** Appointments without what was written about them. */
export function withoutNotes(page: Page<Appointment>): Page<Appointment> {
  return eachRow(page, (appointment) => ({ ...appointment, notes: null }));
}

/** The same page with other rows; what could not be read stays as it is. */
function eachRow<Row extends object, Shown>(page: Page<Row>, show: (row: Row) => Shown): Page<Shown> {
  return { ...page, data: page.data.map((row) => (isUnreadable(row) ? row : show(row))) };
}
