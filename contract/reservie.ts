import * as z from 'zod/mini';
import { Appointment } from './appointment.ts';
import { BookingsQuery, Transaction } from './booking.ts';
import { Customer, CustomerProfile, ProfileUpdate } from './customer.ts';
import { endpoint } from './endpoint.ts';
import { CustomerId, TransactionId } from './id.ts';
import { Note } from './note.ts';
import { PageQuery, list, one, page } from './page.ts';
import { PassPurchase } from './pass.ts';
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
};
