import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CustomerId } from '#contract/id.ts';
import { createRandom } from '#kit/random.ts';
import { ReservieFailure } from '../resources/errors.ts';
import type { Fault } from './fault.ts';
import type { Hit } from './faults.ts';

type CustomerChanges = Extract<Fault, { kind: 'edit-customer' }>['changes'];

/** The hands of another user of Reservie. */
export interface OtherUser {
  edit: (customerId: CustomerId, changes: CustomerChanges) => void;
  remove: (customerId: CustomerId) => void;
}

const ERRORS: Record<number, [code: string, message: string]> = {
  429: ['too_many_requests', 'Too many requests'],
  500: ['internal_error', 'Something went wrong'],
  502: ['bad_gateway', 'Bad gateway'],
  503: ['unavailable', 'Service unavailable'],
};

/** Does to a call what a fault says about its transport or about another user; leaves the answer's content alone. */
export async function disturbCall(
  { fault, nth }: Hit,
  otherUser: OtherUser,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  switch (fault.kind) {
    case 'latency':
      await delay(fault.ms + fault.jitterMs * createRandom(`jitter ${fault.seed} ${nth}`).next());
      return;
    case 'status': {
      const [code, message] = ERRORS[fault.status] ?? ['error', 'Error'];
      if (fault.retryAfterSeconds !== undefined) void reply.header('retry-after', String(fault.retryAfterSeconds));
      throw new ReservieFailure(fault.status, code, message);
    }
    case 'hang':
      reply.hijack();
      return;
    case 'reset':
      reply.hijack();
      request.raw.socket.resetAndDestroy();
      return;
    case 'edit-customer':
      otherUser.edit(fault.customerId, fault.changes);
      return;
    case 'delete-customer':
      otherUser.remove(fault.customerId);
      return;
    default:
  }
}
