import * as z from 'zod/mini';
import { Appointment } from './appointment.ts';
import { Transaction } from './booking.ts';
import { Customer, CustomerProfile, ProfileChanges } from './customer.ts';
import { endpoint } from './endpoint.ts';
import { CustomerId, TransactionId } from './id.ts';
import { Note } from './note.ts';
import { PageQuery, QueryBoolean, UnreadableRow, one, readPage } from './page.ts';
import { PassPurchase } from './pass.ts';
import { FilledQuestionnaire, QuestionnaireAnswer } from './questionnaire.ts';
import { SubscriptionMandate } from './subscription.ts';
import { Instant, LocalDate } from './time.ts';
import { VideoPurchase } from './video.ts';

const customerParams = z.object({ customerId: CustomerId });

/** How Reservie does, as the calls of the last minutes show it. */
export const ReservieHealth = z.object({
  /**
   * `slow`: answers take seconds; `limited`: the request budget is used up; `refused`: our API client is suspended, expired
   * or has a new secret; `down`: it does not answer.
   */
  state: z.enum(['ok', 'slow', 'limited', 'refused', 'down']),
  since: Instant,
  /** While `limited`: how long a page would wait for its turn now. */
  retryAfterMs: z.optional(z.int()),
  /** Scopes that a call was refused for and that have not been seen to work since, in alphabetical order. */
  missingScopes: z.array(z.string()),
});
export type ReservieHealth = z.infer<typeof ReservieHealth>;

/** Addresses of Reservie’s own pages, with `{customerId}` and the like in them; a kind without one has no link. */
export const ReservieLinks = z.object({
  customer: z.optional(z.string()),
  purchase: z.optional(z.string()),
  class: z.optional(z.string()),
  appointment: z.optional(z.string()),
  subscription: z.optional(z.string()),
  pass: z.optional(z.string()),
});
export type ReservieLinks = z.infer<typeof ReservieLinks>;

export const Studio = z.object({
  /** `demo`: the embedded sandbox; `live`: a real Reservie account. */
  mode: z.enum(['demo', 'live']),
  /** IANA name: the zone of every time that carries none. */
  timeZone: z.string(),
  /** BCP 47 tag, such as `en-GB`: how dates, numbers and money are written, and on which day a week begins. */
  locale: z.string(),
  /** The gateway's clock: what "today" means, whatever the browser's own clock says. */
  now: Instant,
  links: ReservieLinks,
  reservie: ReservieHealth,
});
export type Studio = z.infer<typeof Studio>;

/** The whole customer list, with the moment Reservie answered it. */
export const Directory = z.object({
  data: z.array(Customer),
  unreadable: z.array(UnreadableRow),
  asOf: Instant,
});
export type Directory = z.infer<typeof Directory>;

/** Some customers in the default order, column by column: less to send and to parse than rows, and whole in itself. */
export const CustomerBlock = z.object({
  id: z.array(CustomerId),
  firstname: z.array(z.string()),
  lastname: z.array(z.string()),
  email: z.array(z.string()),
  mobile: z.array(z.string()),
  /** Which of them are archived, by their place in the columns. */
  archived: z.array(z.int()),
});
export type CustomerBlock = z.infer<typeof CustomerBlock>;

/**
 * The whole list for a page that reads it while it arrives: one line holds everything before `blocks`, each block is a
 * line of its own, and the last line closes both. As a whole it is one JSON document.
 */
export const CustomerColumns = z.object({
  asOf: Instant,
  total: z.int(),
  unreadable: z.array(UnreadableRow),
  blocks: z.array(CustomerBlock),
});
export type CustomerColumns = z.infer<typeof CustomerColumns>;

/** The top of the default list: active customers by last name. */
export const FirstCustomers = z.object({
  data: z.array(Customer),
  counts: z.object({ active: z.int(), archived: z.int() }),
  unreadable: z.array(UnreadableRow),
  asOf: Instant,
});
export type FirstCustomers = z.infer<typeof FirstCustomers>;

function kept<Answer extends z.ZodMiniType>(answer: Answer) {
  return z.optional(z.object({ answer, ageMs: z.number() }));
}

/** First pages of a customer’s records as far as the gateway keeps them: what it would have to ask Reservie for is left out. */
export const CustomerAtHand = z.object({
  purchases: kept(readPage(Transaction)),
  passes: kept(readPage(PassPurchase)),
  subscriptions: kept(readPage(SubscriptionMandate)),
  /** Without what was written about them. */
  appointments: kept(readPage(Appointment)),
  /** Left out for roles that may not read notes. */
  noteCount: kept(z.object({ total: z.int() })),
});
export type CustomerAtHand = z.infer<typeof CustomerAtHand>;

/** What the browser may ask. All of it lives under `/api`. */
export const gateway = {
  getStudio: endpoint({
    method: 'GET',
    path: '/api/studio',
    access: 'viewer',
    summary: 'Say which studio this is, its time zone and language, what time it is, and how Reservie does.',
    answer: Studio,
  }),
  listCustomers: endpoint({
    method: 'GET',
    path: '/api/customers',
    access: 'viewer',
    summary: 'List every customer, archived ones included. Compressed, with an ETag.',
    answer: Directory,
  }),
  listCustomerColumns: endpoint({
    method: 'GET',
    path: '/api/customers/columns',
    access: 'viewer',
    summary: 'List every customer in columns, by last name, for reading while it arrives. Compressed, with an ETag.',
    answer: CustomerColumns,
  }),
  listFirstCustomers: endpoint({
    method: 'GET',
    path: '/api/customers/first',
    access: 'viewer',
    summary: 'List the first screen of active customers by last name, with counts. Compressed, with an ETag.',
    answer: FirstCustomers,
  }),
  getProfile: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/profile',
    access: 'viewer',
    isRecorded: true,
    summary: 'Read a customer’s profile.',
    params: customerParams,
    answer: one(CustomerProfile),
  }),
  updateProfile: endpoint({
    method: 'PATCH',
    path: '/api/customers/{customerId}/profile',
    access: 'desk',
    summary: 'Change fields of a profile: re-reads, merges, writes, and answers what was written.',
    params: customerParams,
    body: ProfileChanges,
    answer: one(CustomerProfile),
  }),
  getCustomerAtHand: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/at-hand',
    access: 'viewer',
    summary: 'Read what is kept of a customer’s records, for a page that may be opened next. Reservie is not asked.',
    params: customerParams,
    answer: CustomerAtHand,
  }),
  listBookings: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/bookings',
    access: 'viewer',
    summary: 'List a customer’s purchases of bookings. The start date is required: Reservie’s default hides old ones.',
    params: customerParams,
    query: z.extend(PageQuery, {
      futureOnly: z._default(QueryBoolean, false),
      startDate: LocalDate,
      endDate: z.optional(LocalDate),
    }),
    answer: readPage(Transaction),
  }),
  getTransaction: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/bookings/{transactionId}',
    access: 'viewer',
    summary: 'Read one purchase with its bookings.',
    params: z.object({ customerId: CustomerId, transactionId: TransactionId }),
    answer: one(Transaction),
  }),
  listPassPurchases: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/passes',
    access: 'viewer',
    summary: 'List a customer’s passes.',
    params: customerParams,
    query: PageQuery,
    answer: readPage(PassPurchase),
  }),
  listAppointments: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/appointments',
    access: 'viewer',
    isRecorded: true,
    summary: 'List a customer’s appointments.',
    params: customerParams,
    query: PageQuery,
    answer: readPage(Appointment),
  }),
  summariseAppointments: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/appointments/summary',
    access: 'viewer',
    summary: 'List a customer’s appointments without what was written about them.',
    params: customerParams,
    query: PageQuery,
    answer: readPage(Appointment),
  }),
  listMandates: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/subscriptions',
    access: 'viewer',
    summary: 'List a customer’s subscriptions.',
    params: customerParams,
    query: PageQuery,
    answer: readPage(SubscriptionMandate),
  }),
  listVideoPurchases: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/videos',
    access: 'viewer',
    summary: 'List a customer’s videos.',
    params: customerParams,
    query: PageQuery,
    answer: readPage(VideoPurchase),
  }),
  listNotes: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/notes',
    access: 'desk',
    isRecorded: true,
    summary: 'List the notes on a customer.',
    params: customerParams,
    query: PageQuery,
    answer: readPage(Note),
  }),
  countNotes: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/notes/count',
    access: 'desk',
    summary: 'Count the notes on a customer.',
    params: customerParams,
    answer: z.object({ total: z.int() }),
  }),
  listQuestionnaires: endpoint({
    method: 'GET',
    path: '/api/customers/{customerId}/questionnaires',
    access: 'desk',
    summary: 'List the questionnaires a customer filled in, without their answers.',
    params: customerParams,
    query: PageQuery,
    answer: readPage(FilledQuestionnaire),
  }),
  // Each reveal is put into the record before it is answered: a POST is never repeated, prefetched or kept on the way.
  revealAnswers: endpoint({
    method: 'POST',
    path: '/api/customers/{customerId}/questionnaires/{answersId}/reveal',
    access: 'desk',
    summary: 'Reveal the answers of one filled-in questionnaire. Recorded each time.',
    params: z.object({ customerId: CustomerId, answersId: z.string().check(z.regex(/^[\w-]{1,100}$/)) }),
    answer: one(QuestionnaireAnswer),
  }),
};
