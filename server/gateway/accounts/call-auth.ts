import { APIError } from 'better-auth/api';
import type { FastifyRequest } from 'fastify';
import type { Problem } from '../http/problem.ts';
import { ADDRESS_HEADER } from './auth.ts';

/** Of a request, what better-auth gets to see: its cookies, its browser, and the address that Fastify trusts. */
export function authHeaders({ headers, ip }: FastifyRequest): Headers {
  const passed = new Headers({ [ADDRESS_HEADER]: ip });
  if (headers.cookie !== undefined) passed.set('cookie', headers.cookie);
  if (headers['user-agent'] !== undefined) passed.set('user-agent', headers['user-agent'].slice(0, 200));
  return passed;
}

/** The same with this cookie alone, such as `name=value`. */
export function withOnly(cookie: string, headers: Headers): Headers {
  const copy = new Headers(headers);
  copy.set('cookie', cookie);
  return copy;
}

/** What better-auth refused, by its code; `undefined` when it is no refusal. */
function refusalCode(error: unknown): string | undefined {
  if (!(error instanceof APIError) || error.statusCode >= 500) return undefined;
  return error.body?.code ?? error.status.toString();
}

/** Runs a call of better-auth; its refusals become the answers that staff see, by code. */
export async function askAuth<Result>(call: Promise<Result>, answers: Record<string, () => Problem>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    const code = refusalCode(error);
    const answer = code === undefined ? undefined : answers[code];
    throw answer ? answer() : error;
  }
}
