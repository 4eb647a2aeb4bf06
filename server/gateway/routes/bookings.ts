import { Transaction } from '#contract/booking.ts';
import type { gateway } from '#contract/gateway.ts';
import type { Input } from '#contract/endpoint.ts';
import { InvalidRequest } from '#kit/serve.ts';
import type { CachedReads, Read } from '../reservie/cached-reads.ts';
import { malformed } from '../reservie/errors.ts';
import { type Page, readOne, readPage } from '../reservie/read.ts';
import { type Routes, answerPage, answerRead } from './answer-read.ts';

/** A page of a customer's purchases. */
export function purchasesRead({
  params,
  query,
}: Input<typeof gateway.listBookings>): Read<'listBookings', Page<Transaction>> {
  const { futureOnly, startDate, endDate, page, pageSize } = query;
  const range = { startDate, ...(endDate !== undefined && { endDate }) };
  const call = { params, query: { page, pageSize, future_only: futureOnly, ...range } };
  return { name: 'listBookings', call, parse: (json) => readPage(Transaction, json, query) };
}

export function bookingRoutes(reads: CachedReads): Routes<'listBookings' | 'getTransaction'> {
  return {
    listBookings: (input, context) => {
      const { startDate, endDate } = input.query;
      if (endDate !== undefined && endDate < startDate)
        throw new InvalidRequest({ endDate: 'Is before the start date' });
      return answerPage(reads, purchasesRead(input), context);
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
