import type { ServeHandlers } from '#kit/serve.ts';
import type { ApiClient, ApiClients, Credentials } from '../auth/api-clients.ts';
import type { RequestBudget } from '../auth/request-budget.ts';
import type { Faults } from '../faults/faults.ts';
import { NotFound } from '../resources/errors.ts';
import type { createOutsideChanges } from '../resources/customer-resources.ts';
import type { StudioClock } from '../studio-clock.ts';
import type { controlTable } from './control-table.ts';

export interface Controlled {
  faults: Faults;
  clock: StudioClock;
  budget: RequestBudget;
  clients: ApiClients;
  outside: ReturnType<typeof createOutsideChanges>;
}

export function createControlHandlers({
  faults,
  clock,
  budget,
  clients,
  outside,
}: Controlled): ServeHandlers<typeof controlTable> {
  const readClock = () => ({ now: toInstantText(clock.now()), isRunning: clock.isRunning });

  return {
    listFaults: () => ({ data: [...faults.list()] }),
    addFault: ({ body }) => ({ id: faults.add(body) }),
    removeFault: ({ params }) => ({ done: faults.remove(params.faultId) || missing('Fault') }),
    clearFaults: () => {
      faults.clear();
      return { done: true };
    },

    getClock: readClock,
    setClock: ({ body }) => {
      clock.set(Date.parse(body.now), body.isRunning);
      return readClock();
    },
    restoreClock: () => {
      clock.restore();
      return readClock();
    },
    setBudget: ({ body }) => {
      budget.perMinute = body.perMinute;
      return { perMinute: body.perMinute };
    },

    listClients: () => ({ data: clients.list().map(viewOf) }),
    createClient: ({ body }) => credentialsView(clients.create(body.name, body.scopes, toMoment(body.expiresAt))),
    updateClient: ({ params, body }) => {
      const { scopes, isSuspended, expiresAt } = body;
      const client = clients.update(params.clientId, {
        ...(scopes && { scopes }),
        ...(isSuspended !== undefined && { isSuspended }),
        ...(expiresAt !== undefined && { expiresAt: toMoment(expiresAt) }),
      });
      return client ? viewOf(client) : missing('API client');
    },
    rotateClient: ({ params }) => credentialsView(clients.rotate(params.clientId) ?? missing('API client')),

    editCustomer: ({ params, body }) => ({
      done: outside.editCustomer(params.customerId, body) || missing('Customer'),
    }),
    deleteCustomer: ({ params }) => ({ done: outside.deleteCustomer(params.customerId) || missing('Customer') }),
  };
}

function missing(what: string): never {
  throw new NotFound(what);
}

function toMoment(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}

function toInstantText(moment: number): string {
  return new Date(moment).toISOString();
}

function viewOf(client: ApiClient) {
  const { expiresAt } = client;
  return { ...client, scopes: [...client.scopes], expiresAt: expiresAt === null ? null : toInstantText(expiresAt) };
}

function credentialsView({ id, secret }: Credentials) {
  return { clientId: id, clientSecret: secret };
}
