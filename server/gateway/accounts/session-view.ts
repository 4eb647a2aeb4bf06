import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Staff } from '#contract/session.ts';
import { SESSION_VIEW_HEADER } from '#contract/session-view.ts';

/** The same for the same account in the same role, whichever session or process answers; says neither name nor id. */
export function sessionViewOf({ id, role }: Pick<Staff, 'id' | 'role'>): string {
  return createHash('sha256').update(`${id} ${role}`).digest('base64url').slice(0, 22);
}

/** Every answer of a session says whose it is, so that an open page notices that the session belongs to another account. */
export function tellSessionView(reply: FastifyReply, staff: Pick<Staff, 'id' | 'role'>): void {
  reply.header(SESSION_VIEW_HEADER, sessionViewOf(staff));
}
