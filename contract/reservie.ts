import * as z from 'zod/mini';
import { Appointment, StudioAppointment, StudioAppointmentsQuery } from './appointment.ts';
import { BookingsQuery, Transaction } from './booking.ts';
import { Customer, CustomerProfile, ProfileUpdate } from './customer.ts';
import { endpoint } from './endpoint.ts';
import { EventsQuery, Register, StudioEvent } from './event.ts';
import { CustomerId, EventDateId, EventId, MediaId, PassId, PlanId, TransactionId } from './id.ts';
import { Media } from './media.ts';
import { Note } from './note.ts';
import { PageQuery, list, one, page } from './page.ts';
import { Pass, PassPackages, PassPurchase } from './pass.ts';
import { SubscriptionPlan } from './plan.ts';
import { QuestionnaireAnswer } from './questionnaire.ts';
import { SubscriptionMandate } from './subscription.ts';
import { VideoPurchase } from './video.ts';

/** Reservie's error body [assumed]: show `message` when it is there, never depend on it. */
export const ReservieError = z.object({ error: z.string(), message: z.string() });
export type ReservieError = z.infer<typeof ReservieError>;

const customerParams = z.object({ customerId: CustomerId });

/** The Reservie machine-to-machine API: the sandbox implements it, the gateway calls it. */
export const reservie = {
  createToken: endpoint({
    method: 'POST',
    path: '/token',
    summary: 'Exchange client credentials for an access token that lives one hour.',
    body: z.object({ client_id: z.string(), client_secret: z.string() }),
    answer: z.object({ access_token: z.string(), token_type: z.string(), expires_in: z.int() }),
  }),
  listCustomers: endpoint({
    method: 'GET',
    path: '/customers',
    summary: 'List every customer that is not deleted, archived ones included, in one answer.',
    scope: 'customers:read',
    answer: list(Customer),
  }),
  getProfile: endpoint({
    method: 'GET',
    path: '/customer/{customerId}/profile',
    summary: 'Read a customer’s profile.',
    scope: 'profile:read',
    params: customerParams,
    answer: one(CustomerProfile),
  }),
  updateProfile: endpoint({
    method: 'PUT',
    path: '/customer/{customerId}/profile',
    summary: 'Replace a customer’s name and e-mail address, and the mobile number when given.',
    scope: 'profile:write',
    params: customerParams,
    body: ProfileUpdate,
    answer: z.object({ message: z.string() }),
  }),
  listBookings: endpoint({
    method: 'GET',
    path: '/customer/{customerId}/bookings',
    summary: 'List a customer’s booking transactions.',
    scope: 'bookings:read',
    params: customerParams,
    query: BookingsQuery,
    answer: page(Transaction),
  }),
  getTransaction: endpoint({
    method: 'GET',
    path: '/customer/{customerId}/booking/{transactionId}',
    summary: 'Read one booking transaction by its transaction id.',
    scope: 'bookings:read',
    params: z.object({ customerId: CustomerId, transactionId: TransactionId }),
    answer: one(Transaction),
  }),
  listPassPurchases: endpoint({
    method: 'GET',
    path: '/customer/{customerId}/packages',
    summary: 'List a customer’s pass purchases with the credits left on each.',
    scope: 'packages:read',
    params: customerParams,
    query: PageQuery,
    answer: page(PassPurchase),
  }),
  listVideoPurchases: endpoint({
    method: 'GET',
    path: '/customer/{customerId}/videos',
    summary: 'List a customer’s video purchases.',
    scope: 'videos:read',
    params: customerParams,
    query: PageQuery,
    answer: page(VideoPurchase),
  }),
  listMandates: endpoint({
    method: 'GET',
    path: '/customer/{customerId}/subscription-mandates',
    summary: 'List a customer’s subscription mandates.',
    scope: 'subscription-mandates:read',
    params: customerParams,
    query: PageQuery,
    answer: page(SubscriptionMandate),
  }),
  listAppointments: endpoint({
    method: 'GET',
    path: '/customer/{customerId}/appointments',
    summary: 'List a customer’s appointments.',
    scope: 'appointments:read',
    params: customerParams,
    query: PageQuery,
    answer: page(Appointment),
  }),
  listNotes: endpoint({
    method: 'GET',
    path: '/customer/{customerId}/notes',
    summary: 'List the notes on a customer.',
    scope: 'notes:read',
    params: customerParams,
    query: PageQuery,
    answer: page(Note),
  }),
  listQuestionnaireAnswers: endpoint({
    method: 'GET',
    path: '/customer/{customerId}/questionnaire-answers',
    summary: 'List a customer’s answers to questionnaires.',
    scope: 'questionnaire-answers:read',
    params: customerParams,
    query: PageQuery,
    answer: page(QuestionnaireAnswer),
  }),
  listPasses: endpoint({
    method: 'GET',
    path: '/passes',
    summary: 'List every pass that is not deleted, in one answer.',
    scope: 'passes:read',
    answer: list(Pass),
  }),
  getPass: endpoint({
    method: 'GET',
    path: '/pass/{passId}',
    summary: 'Read one pass.',
    scope: 'passes:read',
    params: z.object({ passId: PassId }),
    answer: one(Pass),
  }),
  listPassPackages: endpoint({
    method: 'GET',
    path: '/pass/{passId}/packages',
    summary: 'List every live purchase of a pass, with the credits left on each, in one answer.',
    scope: 'passes:read',
    params: z.object({ passId: PassId }),
    answer: one(PassPackages),
  }),
  listPlans: endpoint({
    method: 'GET',
    path: '/subscription-plans',
    summary: 'List every subscription plan, in one answer.',
    scope: 'subscription-plans:read',
    answer: list(SubscriptionPlan),
  }),
  getPlan: endpoint({
    method: 'GET',
    path: '/subscription-plan/{planId}',
    summary: 'Read one subscription plan.',
    scope: 'subscription-plans:read',
    params: z.object({ planId: PlanId }),
    answer: one(SubscriptionPlan),
  }),
  listEvents: endpoint({
    method: 'GET',
    path: '/events',
    summary: 'List the events that have dates in a span of time, with those dates, in one answer.',
    scope: 'events:read',
    query: EventsQuery,
    answer: list(StudioEvent),
  }),
  getEvent: endpoint({
    method: 'GET',
    path: '/event/{eventId}',
    summary: 'Read one event with all its dates.',
    scope: 'events:read',
    params: z.object({ eventId: EventId }),
    answer: one(StudioEvent),
  }),
  getRegister: endpoint({
    method: 'GET',
    path: '/event/{eventId}/dates/{dateId}/register',
    summary: 'Read who comes to one date of an event, who waits for a place and who cancelled.',
    scope: 'events-register:read',
    params: z.object({ eventId: EventId, dateId: EventDateId }),
    answer: one(Register),
  }),
  listMedia: endpoint({
    method: 'GET',
    path: '/videos',
    summary: 'List the video catalogue, in one answer.',
    scope: 'media:read',
    answer: list(Media),
  }),
  getMedia: endpoint({
    method: 'GET',
    path: '/video/{mediaId}',
    summary: 'Read one video of the catalogue.',
    scope: 'media:read',
    params: z.object({ mediaId: MediaId }),
    answer: one(Media),
  }),
  listStudioAppointments: endpoint({
    method: 'GET',
    path: '/appointments',
    summary: 'List the studio’s appointments by the day they take place.',
    scope: 'appointments:read',
    query: StudioAppointmentsQuery,
    answer: page(StudioAppointment),
  }),
};
