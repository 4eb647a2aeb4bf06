import * as z from 'zod/mini';
import { endpoint } from '#contract/endpoint.ts';
import { CustomerId } from '#contract/id.ts';
import { Instant } from '#contract/time.ts';
import { unknownScopes } from '../auth/authorize.ts';
import { Fault } from '../faults/fault.ts';

const Scopes = z.array(z.string()).check(z.refine((scopes) => unknownScopes(scopes).length === 0, 'No such scope'));

const ApiClientView = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  isSuspended: z.boolean(),
  expiresAt: z.nullable(Instant),
});

const ClockView = z.object({ now: Instant, isRunning: z.boolean() });
const Credentials = z.object({ clientId: z.string(), clientSecret: z.string() });
const Done = z.object({ done: z.boolean() });

const faultParams = z.object({ faultId: z.string() });
const clientParams = z.object({ clientId: z.string() });
const customerParams = z.object({ customerId: CustomerId });

/** What makes the sandbox misbehave. Not part of Reservie's API; never reachable through the gateway. */
export const controlTable = {
  listFaults: endpoint({
    method: 'GET',
    path: '/_control/faults',
    summary: 'List the faults that are switched on.',
    answer: z.object({ data: z.array(z.object({ id: z.string(), fault: Fault, calls: z.int() })) }),
  }),
  addFault: endpoint({
    method: 'POST',
    path: '/_control/faults',
    summary: 'Switch a fault on.',
    body: Fault,
    answer: z.object({ id: z.string() }),
  }),
  removeFault: endpoint({
    method: 'DELETE',
    path: '/_control/faults/{faultId}',
    summary: 'Switch one fault off.',
    params: faultParams,
    answer: Done,
  }),
  clearFaults: endpoint({
    method: 'DELETE',
    path: '/_control/faults',
    summary: 'Switch every fault off.',
    answer: Done,
  }),
  getClock: endpoint({
    method: 'GET',
    path: '/_control/clock',
    summary: 'Read the studio’s clock.',
    answer: ClockView,
  }),
  setClock: endpoint({
    method: 'PUT',
    path: '/_control/clock',
    summary: 'Set the studio’s clock; it goes on from there unless isRunning is false.',
    body: z.object({ now: Instant, isRunning: z._default(z.boolean(), true) }),
    answer: ClockView,
  }),
  restoreClock: endpoint({
    method: 'DELETE',
    path: '/_control/clock',
    summary: 'Let the studio’s clock show real time again.',
    answer: ClockView,
  }),
  setBudget: endpoint({
    method: 'PUT',
    path: '/_control/budget',
    summary: 'Set how many requests a minute each API client has; 0 is no limit.',
    body: z.object({ perMinute: z.int().check(z.gte(0)) }),
    answer: z.object({ perMinute: z.int() }),
  }),
  listClients: endpoint({
    method: 'GET',
    path: '/_control/clients',
    summary: 'List the API clients, without their secrets.',
    answer: z.object({ data: z.array(ApiClientView) }),
  }),
  createClient: endpoint({
    method: 'POST',
    path: '/_control/clients',
    summary: 'Make an API client with scopes of its own. Its secret is shown this once.',
    body: z.object({
      name: z.string().check(z.minLength(1), z.maxLength(100)),
      scopes: Scopes,
      expiresAt: z._default(z.nullable(Instant), null),
    }),
    answer: Credentials,
  }),
  updateClient: endpoint({
    method: 'PATCH',
    path: '/_control/clients/{clientId}',
    summary: 'Suspend or resume an API client, or change its scopes or its last day.',
    params: clientParams,
    body: z.object({
      scopes: z.optional(Scopes),
      isSuspended: z.optional(z.boolean()),
      expiresAt: z.optional(z.nullable(Instant)),
    }),
    answer: ApiClientView,
  }),
  rotateClient: endpoint({
    method: 'POST',
    path: '/_control/clients/{clientId}/rotate',
    summary: 'Give an API client a new secret. The old one dies at once; its tokens live out their hour.',
    params: clientParams,
    answer: Credentials,
  }),
  editCustomer: endpoint({
    method: 'PATCH',
    path: '/_control/customers/{customerId}',
    summary: 'Edit a customer as another user of Reservie would.',
    params: customerParams,
    body: z.object({
      firstname: z.optional(z.string()),
      lastname: z.optional(z.string()),
      email: z.optional(z.string()),
      mobile: z.optional(z.string()),
      archived: z.optional(z.boolean()),
    }),
    answer: Done,
  }),
  deleteCustomer: endpoint({
    method: 'DELETE',
    path: '/_control/customers/{customerId}',
    summary: 'Delete a customer as another user of Reservie would.',
    params: customerParams,
    answer: Done,
  }),
};
