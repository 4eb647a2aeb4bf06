import { Transaction } from '#contract/booking.ts';
import { InvalidRequest } from '#kit/serve.ts';
import type { ReservieClient } from '../reservie/client.ts';
import { malformed } from '../reservie/errors.ts';
import { readOne, readPage } from '../reservie/read.ts';
import type { Routes } from './handlers.ts';

export function bookingRoutes(client: ReservieClient): Routes<'listBookings' | 'getTransaction'> {
  return {
    listBookings: async ({ params, query }) => {
      const { futureOnly, startDate, endDate, page, pageSize } = query;
      if (endDate !== undefined && endDate < startDate)
        throw new InvalidRequest({ endDate: 'Is before the start date' });
      const range = { startDate, ...(endDate !== undefined && { endDate }) };
      const asked = { page, pageSize, future_only: futureOnly, ...range };
      return readPage(Transaction, await client.read('listBookings', { params, query: asked }), query);
    },
    getTransaction: async ({ params }) => {
      const data = readOne(Transaction, await client.read('getTransaction', { params }));
      if (data.id !== params.transactionId) throw malformed(['id']);
      return { data };
    },
  };
}
