import type { FastifyRequest } from 'fastify';
import { steadyClock } from '#kit/clock.ts';
import { staffOf } from '../accounts/authorize.ts';
import { type SaveParts, saveProfile } from '../profile/save-profile.ts';
import { type Routes, asksAnew, laneOf, tellAge } from './answer-read.ts';

/** A page waits 30 s (src/shared/api/call.ts); the answer to a PUT takes up to 8 s. */
const LONGEST_BEFORE_PUT_MS = 20_000;

export function profileRoutes(parts: SaveParts): Routes<'getProfile' | 'updateProfile'> {
  return {
    getProfile: async ({ params }, { request, reply }) => {
      const served = await parts.reads.get(params.customerId, laneOf(request), { isAnew: asksAnew(request) });
      tellAge(reply, served);
      return { data: served.value };
    },
    updateProfile: async ({ params, body }, { request, reply }) => {
      const save = {
        customerId: params.customerId,
        changes: body,
        staffName: staffOf(request).name,
        begin: beginOf(request),
        until: steadyClock() + LONGEST_BEFORE_PUT_MS,
        isAbandoned: () => reply.raw.destroyed,
      };
      return { data: await saveProfile(parts, save) };
    },
  };
}

function beginOf({ beginRecord }: FastifyRequest): NonNullable<FastifyRequest['beginRecord']> {
  if (!beginRecord) throw new Error('A save has no record.');
  return beginRecord;
}
