import type { Handlers } from '#contract/endpoint.ts';
import type { PageQuery } from '#contract/page.ts';
import type { reservie } from '#contract/reservie.ts';
import type { Clock } from '#kit/clock.ts';
import type { ServeContext } from '#kit/serve.ts';
import { createAppointmentStore } from '../db/appointments.ts';
import { createBookingStore } from '../db/bookings.ts';
import { type CustomerEdit, type CustomerStore, createCustomerStore } from '../db/customers.ts';
import { createNoteStore } from '../db/notes.ts';
import type { Database } from '../db/open.ts';
import { type PageWindow, windowOf } from '../db/paged.ts';
import { createPassStore } from '../db/passes.ts';
import { createQuestionnaireStore } from '../db/questionnaires.ts';
import { threeMonthsBefore } from '../db/studio-time.ts';
import { createSubscriptionStore } from '../db/subscriptions.ts';
import { createVideoStore } from '../db/videos.ts';
import { BadRequest, NotFound } from './errors.ts';

type CustomerEndpoint =
  | 'listCustomers'
  | 'getProfile'
  | 'updateProfile'
  | 'listBookings'
  | 'getTransaction'
  | 'listPassPurchases'
  | 'listVideoPurchases'
  | 'listMandates'
  | 'listAppointments'
  | 'listNotes'
  | 'listQuestionnaireAnswers';

/** Everything below `/customers` and `/customer/{id}`. Throws NotFound and BadRequest. */
export function createCustomerHandlers(
  database: Database,
  clock: Clock,
): Pick<Handlers<typeof reservie, ServeContext>, CustomerEndpoint> {
  const customers = createCustomerStore(database);
  const bookings = createBookingStore(database);

  /** One of a customer's tabs: 404 for an unknown customer, else a page. */
  function tab<Item>(read: (window: PageWindow, customer: number) => { data: Item[]; total: number }) {
    return ({ params, query }: { params: { customerId: string }; query: PageQuery }) => {
      const customer = existing(customers, params.customerId);
      return { ...read(windowOf(query), customer), page: query.page, pageSize: query.pageSize };
    };
  }

  return {
    listCustomers: () => ({ data: customers.list() }),

    getProfile: ({ params }) => {
      const profile = customers.profile(params.customerId);
      if (!profile) throw new NotFound('Customer');
      return { data: profile };
    },

    updateProfile: ({ params, body }) => {
      existing(customers, params.customerId);
      if (customers.isTaken(body.email, params.customerId)) {
        throw new BadRequest('Another customer already uses this e-mail address');
      }
      customers.edit(params.customerId, body);
      return { message: 'Profile updated successfully' };
    },

    listBookings: ({ params, query }) => {
      const now = clock();
      const filter = {
        customer: existing(customers, params.customerId),
        // The default holds with `future_only` too (docs/sandbox-differences.md).
        from: query.startDate ?? threeMonthsBefore(now),
        until: query.endDate,
        startsAfter: query.future_only ? now : undefined,
      };
      const { limit, offset } = windowOf(query);
      return { ...bookings.list(filter, limit, offset), page: query.page, pageSize: query.pageSize };
    },

    getTransaction: ({ params }) => {
      const customer = existing(customers, params.customerId);
      const transaction = bookings.find(customer, params.transactionId);
      if (!transaction) throw new NotFound('Booking');
      return { data: transaction };
    },

    listPassPurchases: tab(createPassStore(database).ofCustomer),
    listVideoPurchases: tab(createVideoStore(database, clock).ofCustomer),
    listMandates: tab(createSubscriptionStore(database).ofCustomer),
    listAppointments: tab(createAppointmentStore(database).ofCustomer),
    listNotes: tab(createNoteStore(database).ofCustomer),
    listQuestionnaireAnswers: tab(createQuestionnaireStore(database).ofCustomer),
  };
}

function existing(customers: CustomerStore, id: string): number {
  const key = customers.keyOf(id);
  if (key === null) throw new NotFound('Customer');
  return key;
}

/**
 * What another user does to a customer in Reservie meanwhile: the control interface plays them. Both answer false for
 * a customer that does not exist.
 */
export function createOutsideChanges(database: Database): {
  editCustomer: (id: string, fields: CustomerEdit) => boolean;
  deleteCustomer: (id: string) => boolean;
} {
  const customers = createCustomerStore(database);
  return { editCustomer: customers.edit, deleteCustomer: customers.remove };
}
