import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import { reservie } from '#contract/reservie.ts';
import { ReservieFailure } from '../resources/errors.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { ApiClients } from './api-clients.ts';
import type { RequestBudget } from './request-budget.ts';

export interface Gate {
  clients: ApiClients;
  tokens: AccessTokens;
  budget: RequestBudget;
}

/**
 * Lets a data call through: a live token (401), budget left (429), the endpoint's scope (403), in this order, before the
 * request is read any further. Suspending or expiring a client ends its tokens at once; rotating its secret does not.
 */
export function authorize(gate: Gate, endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply): void {
  if (endpoint.scope === undefined) return;
  const token = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw unauthorized(reply, 'Send an access token: Authorization: Bearer <token>');
  const clientId = gate.tokens.clientOf(token);
  const client = clientId === undefined ? undefined : gate.clients.find(clientId);
  if (!client) throw unauthorized(reply, 'The access token is not valid or has expired');
  const refusal = gate.clients.refusal(client);
  if (refusal !== undefined) throw unauthorized(reply, refusal);
  const waitMs = gate.budget.take(client.id);
  if (waitMs > 0) {
    const seconds = Math.ceil(waitMs / 1000);
    void reply.header('retry-after', String(seconds));
    throw new ReservieFailure(429, 'too_many_requests', `Too many requests: try again in ${seconds} s`);
  }
  if (!client.scopes.includes(endpoint.scope)) {
    throw new ReservieFailure(403, 'insufficient_scope', `This API client lacks the scope ${endpoint.scope}`);
  }
}

function unauthorized(reply: FastifyReply, message: string): ReservieFailure {
  void reply.header('www-authenticate', 'Bearer');
  return new ReservieFailure(401, 'invalid_token', message);
}

/** `POST /token`: credentials in, a token of one hour out. */
export function issueToken(gate: Gate, clientId: string, secret: string): string {
  const client = gate.clients.find(clientId);
  if (!gate.clients.hasSecret(clientId, secret) || !client) {
    throw new ReservieFailure(401, 'invalid_client', 'Unknown client_id or wrong client_secret');
  }
  const refusal = gate.clients.refusal(client);
  if (refusal !== undefined) throw new ReservieFailure(401, 'invalid_client', refusal);
  return gate.tokens.issue(clientId);
}

/** Every scope that an endpoint of the API asks for (docs/reservie-api.md, "Scopes"). */
export const ALL_SCOPES: readonly string[] = [
  ...new Set(Object.values(reservie).flatMap((endpoint: Endpoint) => endpoint.scope ?? [])),
];

/** The names in `scopes` that the API does not have. */
export function unknownScopes(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !ALL_SCOPES.includes(scope));
}
