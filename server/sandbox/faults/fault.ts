import * as z from 'zod/mini';
import { CustomerId } from '#contract/id.ts';
import { reservie } from '#contract/reservie.ts';

const isEndpoint = (name: string) => name === '*' || Object.hasOwn(reservie, name);

const target = {
  /** Name in the endpoint table (operationId in the OpenAPI document), or `*` for all of them. */
  endpoint: z.string().check(z.refine(isEndpoint, 'No such endpoint')),
  /** How many calls pass unharmed first. */
  skip: z._default(z.int().check(z.gte(0)), 0),
  /** How many calls are hit before the fault switches itself off; without it, all until it is removed. */
  count: z.optional(z.int().check(z.gte(1))),
};

/** Before the request is looked at, or once it has been carried out: a write that worked and whose answer is lost. */
const When = z.enum(['before', 'after']);
const when = { when: z._default(When, 'before') };

const Milliseconds = z.int().check(z.gte(0), z.lte(600_000));

/** A row of the answer (0-indexed; of a single record, the record) and a path in it, such as `bookings.0.spaces`. */
const place = { row: z._default(z.int().check(z.gte(0)), 0), field: z.string().check(z.minLength(1)) };

/** One misbehaviour, as it is ordered through the control interface. */
export const Fault = z.discriminatedUnion('kind', [
  /** Waits `ms` and up to `jitterMs` more; the same `seed` gives the same delays. */
  z.object({
    ...target,
    ...when,
    kind: z.literal('latency'),
    ms: Milliseconds,
    jitterMs: z._default(Milliseconds, 0),
    seed: z._default(z.int(), 1),
  }),
  /** Answers an error; `retryAfterSeconds` sends a Retry-After header. */
  z.object({
    ...target,
    ...when,
    kind: z.literal('status'),
    status: z.literal([429, 500, 502, 503]),
    retryAfterSeconds: z.optional(z.int().check(z.gte(0))),
  }),
  /** Never answers; the connection stays open. */
  z.object({ ...target, ...when, kind: z.literal('hang') }),
  /** Resets the connection (TCP RST) without an answer. */
  z.object({ ...target, ...when, kind: z.literal('reset') }),
  /** Sends the headers and half of the body, then ends the connection. */
  z.object({ ...target, kind: z.literal('truncate') }),
  /** Sends a body that is not JSON, with the right length and status 200. */
  z.object({ ...target, kind: z.literal('malformed-json') }),
  z.object({ ...target, ...place, kind: z.literal('missing-field') }),
  z.object({ ...target, ...place, kind: z.literal('wrong-type') }),
  /** Payment methods, states and statuses that are not documented. */
  z.object({ ...target, kind: z.literal('unknown-values') }),
  /** Every object of the answer has a field more than documented. */
  z.object({ ...target, kind: z.literal('extra-fields') }),
  /** `total` grows by `by` with each answer. */
  z.object({ ...target, kind: z.literal('drifting-total'), by: z._default(z.int(), 1) }),
  /** Reads show customers as they were `ms` ago, as far as profiles were written through the API since. */
  z.object({ ...target, kind: z.literal('lag'), ms: Milliseconds }),
  /** Another user edits a customer right before or right after the call is carried out. */
  z.object({
    ...target,
    kind: z.literal('edit-customer'),
    when: z._default(When, 'after'),
    customerId: CustomerId,
    changes: z.object({
      firstname: z.optional(z.string()),
      lastname: z.optional(z.string()),
      email: z.optional(z.string()),
      mobile: z.optional(z.string()),
    }),
  }),
  /** Another user deletes a customer right before or right after the call is carried out. */
  z.object({
    ...target,
    kind: z.literal('delete-customer'),
    when: z._default(When, 'after'),
    customerId: CustomerId,
  }),
]);
export type Fault = z.output<typeof Fault>;
export type FaultOrder = z.input<typeof Fault>;
