import fastify, { type FastifyInstance } from 'fastify';
import { type Clock, systemClock } from '#kit/clock.ts';
import { answerErrors, answerUnroutable } from './answer-errors.ts';
import { registerApi } from './api-routes.ts';
import { AccessTokens } from './auth/access-tokens.ts';
import { ApiClients, type Credentials } from './auth/api-clients.ts';
import { DEFAULT_BUDGET, RequestBudget } from './auth/request-budget.ts';
import { ALL_SCOPES } from './auth/authorize.ts';
import { makeSecret } from './auth/secrets.ts';
import { registerControl } from './control/control-routes.ts';
import { createApiClientStore } from './db/api-clients.ts';
import { openDatabase } from './db/open.ts';
import { isSeeded, seed } from './db/seed/seed.ts';
import { Faults } from './faults/faults.ts';
import { StaleReads } from './faults/stale-reads.ts';
import { registerDocs } from './openapi/docs-routes.ts';
import { createHandlers } from './resources/handlers.ts';
import { createOutsideChanges } from './resources/customer-resources.ts';
import { StudioClock } from './studio-clock.ts';

export const DEFAULT_CUSTOMERS = 2000;

export interface SandboxOptions {
  /** The data file, made and seeded when it is not there; `:memory:` for one that dies with the process. */
  file: string;
  /** How many customers a new file gets; 2,000 by default. */
  customers?: number;
  /** How many bookings a new file gets; 15 for each customer by default. */
  bookings?: number;
  /** Process time: request budgets and lag count by it, and the studio's clock starts from it. */
  clock?: Clock;
  /** Milliseconds since 1970 at which the studio's clock stands still. */
  now?: number;
  /** Requests a minute for each API client; 100 by default, 0 is no limit. */
  budgetPerMinute?: number;
  /** What the demo client may do; everything by default. */
  scopes?: readonly string[];
  onProgress?: (done: number, total: number) => void;
}

export interface Sandbox {
  /** Not listening yet. */
  app: FastifyInstance;
  /** Credentials of the demo client. */
  client: Credentials;
  /** Opens `/_control` in the header `x-control-key`; a new one for each start. */
  controlKey: string;
  clients: ApiClients;
  faults: Faults;
  clock: StudioClock;
  budget: RequestBudget;
  close: () => Promise<void>;
}

/** The whole sandbox without a port: opens the data file, seeds it if it is new, and makes the server. */
export async function buildSandbox(options: SandboxOptions): Promise<Sandbox> {
  const base = options.clock ?? systemClock;
  const clock = new StudioClock(base);
  if (options.now !== undefined) clock.set(options.now, false);

  const database = openDatabase(options.file);
  if (!isSeeded(database)) {
    seed(database, {
      customers: options.customers ?? DEFAULT_CUSTOMERS,
      ...(options.bookings !== undefined && { bookings: options.bookings }),
      ...(options.onProgress && { onProgress: options.onProgress }),
      now: clock.now(),
    });
  }

  const clients = new ApiClients(createApiClientStore(database), clock.now);
  const client = clients.openDemoClient(options.scopes ?? ALL_SCOPES);
  const budget = new RequestBudget(options.budgetPerMinute ?? DEFAULT_BUDGET, base);
  const faults = new Faults();
  const outside = createOutsideChanges(database);
  const controlKey = makeSecret();

  const app = fastify({
    // Only what is the sandbox's own fault; standard output belongs to --json.
    logger: { level: 'error', stream: process.stderr },
    forceCloseConnections: true,
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 1000 },
    frameworkErrors: (_error, _request, reply) => answerUnroutable(reply),
  });
  answerErrors(app);
  registerDocs(app);
  registerApi(app, {
    gate: { clients, tokens: new AccessTokens(clock.now), budget },
    faults,
    stale: new StaleReads(base),
    otherUser: { edit: outside.editCustomer, remove: outside.deleteCustomer },
    resources: createHandlers(database, clock.now),
  });
  registerControl(app, controlKey, { faults, clock, budget, clients, outside });
  app.addHook('onClose', async () => {
    database.close();
  });
  await app.ready();

  return { app, client, controlKey, clients, faults, clock, budget, close: () => app.close() };
}
