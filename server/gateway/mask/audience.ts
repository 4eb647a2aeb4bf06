import type { FastifyRequest } from 'fastify';
import { isAllowed } from '#contract/role.ts';
import type { ServeContext } from '#kit/serve.ts';
import type { Audience } from '../directory/write-list.ts';
import { maskAnswer } from './mask-answer.ts';

/** A user without a role at the desk sees people masked. */
export function audienceOf({ staff }: Pick<FastifyRequest, 'staff'>): Audience {
  return isAllowed(staff?.role, 'desk') ? 'full' : 'masked';
}

/** `present` of `serve`: what of an answer this caller may see. */
export function presentPeople(answer: unknown, { request }: ServeContext): unknown {
  return audienceOf(request) === 'full' ? answer : maskAnswer(answer);
}
