import type { FirstCustomers } from '#contract/gateway.ts';
import type { DirectoryAnswer, DirectoryQuery } from './directory-protocol.ts';

/** Whether the first screen of a query is the one that the gateway answers by itself. */
export function isFirstScreen({ q, status, sort, direction, filters = {} }: DirectoryQuery): boolean {
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  return q === '' && status === 'active' && sort === 'name' && direction === 'asc' && !isNarrowed;
}

/** The first screen as the worker would answer it. No result of the worker's has the id 0. */
export function toFirstAnswer({ data, counts, unreadable, asOf }: FirstCustomers): DirectoryAnswer {
  const all = counts.active + counts.archived;
  return {
    resultId: 0,
    total: counts.active,
    counts: { ...counts, all },
    everyone: all,
    unreadable,
    asOf,
    from: 0,
    rows: data.map((customer) => ({ customer, reason: 'name', marks: { name: [], email: [], mobile: [] } })),
  };
}

/** A list that is still arriving is as long as it will be, where that is known. */
export function withKnownLength(answer: DirectoryAnswer, first: DirectoryAnswer | undefined): DirectoryAnswer {
  if (!first || !answer.arrival || answer.arrival.isBroken) return answer;
  return { ...answer, total: Math.max(answer.total, first.total), counts: first.counts };
}
