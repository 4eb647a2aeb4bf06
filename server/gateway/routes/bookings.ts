import { Transaction } from '#contract/booking.ts';
import { InvalidRequest } from '#kit/serve.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import { malformed } from '../reservie/errors.ts';
import { readOne, readPage } from '../reservie/read.ts';
import { type Routes, answerPage, answerRead } from './answer-read.ts';

export function bookingRoutes(reads: CachedReads): Routes<'listBookings' | 'getTransaction'> {
  return {
    listBookings: ({ params, query }, context) => {
      const { futureOnly, startDate, endDate, page, pageSize } = query;
      if (endDate !== undefined && endDate < startDate)
        throw new InvalidRequest({ endDate: 'Is before the start date' });
      const range = { startDate, ...(endDate !== undefined && { endDate }) };
      const call = { params, query: { page, pageSize, future_only: futureOnly, ...range } };
      const parse = (json: unknown) => readPage(Transaction, json, query);
      return answerPage(reads, { name: 'listBookings', call, parse }, context);
    },
    getTransaction: async ({ params }, context) => {
      function parse(json: unknown) {
        const data = readOne(Transaction, json);
        if (data.id !== params.transactionId) throw malformed(['id']);
        return { data };
      }
      return answerRead(reads, { name: 'getTransaction', call: { params }, parse }, context);
    },
  };
}
