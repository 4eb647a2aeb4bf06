import type { FastifyReply, FastifyRequest } from 'fastify';
import type { gateway } from '#contract/gateway.ts';
import type { StaleReason } from '#contract/page.ts';
import type { Instant } from '#contract/time.ts';
import type { ServeContext, ServeHandlers } from '#kit/serve.ts';
import type { CachedReads, Read, Served } from '../reservie/cached-reads.ts';
import type { ReadName } from '../reservie/freshness.ts';
import type { Lane } from '../reservie/lane.ts';
import type { Page } from '../reservie/read.ts';

export type PageAnswer<Item> = Page<Item> & { stale?: { reason: StaleReason; asOf: Instant } };

/** A read for the sender of the request, in the lane that it asks for; the headers tell the answer's age. */
export async function answerRead<K extends ReadName, Value>(
  reads: CachedReads,
  read: Read<K, Value>,
  { request, reply }: ServeContext,
): Promise<Value> {
  const served = await reads.get(read, laneOf(request), { isAnew: asksAnew(request) });
  tellAge(reply, served);
  return served.value;
}

/** The same for a page, which also says in its body that it is stale. */
export async function answerPage<K extends ReadName, Item>(
  reads: CachedReads,
  read: Read<K, Page<Item>>,
  { request, reply }: ServeContext,
): Promise<PageAnswer<Item>> {
  const served = await reads.get(read, laneOf(request), { isAnew: asksAnew(request) });
  tellAge(reply, served);
  const { value, stale, asOf } = served;
  return stale === undefined ? value : { ...value, stale: { reason: stale, asOf: new Date(asOf).toISOString() } };
}

/** Pages mark what they only may want next with `x-lane: prefetch`, and what they can do without meanwhile with `background`. */
export function laneOf({ headers }: Pick<FastifyRequest, 'headers'>): Lane {
  const lane = headers['x-lane'];
  return lane === 'prefetch' || lane === 'background' ? lane : 'interactive';
}

/**
 * What was changed in Reservie itself a moment ago is not to be answered from what is kept: RFC 9111, 5.2.1.4, as
 * `fetch` sends it with `cache: 'reload'`.
 */
export function asksAnew({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['cache-control'] === 'no-cache';
}

/** `Age` as RFC 9111, 5.1 has it; the two others are ours. */
export function tellAge(reply: FastifyReply, { ageMs, asOf, stale }: Served<unknown>): void {
  reply.headers({ age: String(Math.floor(ageMs / 1000)), 'x-as-of': new Date(asOf).toISOString() });
  if (stale !== undefined) reply.header('x-stale', stale);
}

/** The handlers that a file of this folder gives: all that it names, each as the contract wants it. */
export type Routes<Name extends keyof typeof gateway> = Pick<ServeHandlers<typeof gateway>, Name>;
