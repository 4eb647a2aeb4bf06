import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { deskBook } from '#contract/desk-book.ts';
import { gateway } from '#contract/gateway.ts';
import { history } from '#contract/history.ts';
import { live } from '#contract/live.ts';
import type { Role } from '#contract/role.ts';
import { staffDesk } from '#contract/staff.ts';
import { studioSettings } from '#contract/studio-settings.ts';
import { type Clock, systemClock } from '#kit/clock.ts';
import { serve } from '#kit/serve.ts';
import { type AccountsOptions, openAccounts } from './accounts/accounts.ts';
import { authorizeWith, decorateStaff } from './accounts/authorize.ts';
import { openIdCallback } from './accounts/open-id-callback.ts';
import { answerProblems, sendNotFound, sendProblem, sendUnreadable } from './http/answer-problems.ts';
import { guardRequests } from './http/guard-requests.ts';
import { openLiveDesk } from './live-desk.ts';
import { presentPeople } from './mask/audience.ts';
import { Metrics } from './metrics/metrics.ts';
import { measureRequests } from './metrics/measure-requests.ts';
import { type LogOptions, logAnswers, loggerOptions } from './http/request-log.ts';
import { CachedReads } from './reservie/cached-reads.ts';
import { ReservieClient, longestCallMs } from './reservie/client.ts';
import { openLedger } from './reservie/database-ledger.ts';
import { DEFAULT_REQUESTS_PER_MINUTE } from './reservie/ledger.ts';
import type { ReservieAccount } from './reservie/transport.ts';
import { accountRoutes } from './routes/account.ts';
import { appointmentRoutes } from './routes/appointments.ts';
import { bookingRoutes } from './routes/bookings.ts';
import { customerRoutes } from './routes/customers.ts';
import { deskBookRoutes } from './routes/desk-book.ts';
import { historyRoutes } from './routes/history.ts';
import { liveRoutes } from './routes/live.ts';
import { metricsRoute } from './routes/metrics.ts';
import { noteRoutes } from './routes/notes.ts';
import { passRoutes } from './routes/passes.ts';
import { probeRoutes } from './routes/probes.ts';
import { profileRoutes } from './routes/profile.ts';
import { questionnaireRoutes } from './routes/questionnaires.ts';
import { sessionRoutes } from './routes/session.ts';
import { staffRoutes } from './routes/staff.ts';
import { studioSettingsRoutes } from './routes/studio-settings.ts';
import { studioRoutes } from './routes/studio.ts';
import { subscriptionRoutes } from './routes/subscriptions.ts';
import { videoRoutes } from './routes/videos.ts';
import { type Schedule, systemSchedule } from '#kit/schedule.ts';
import { openStore } from './store/open-store.ts';
import type { DatabaseOptions, Store } from './store/store.ts';
import { serveWebApp } from './http/web-app.ts';

const LARGEST_BODY = 16 * 1024;

export interface GatewayDeps {
  /** A function while the account can change under way: the demo's sandbox may come back on another port. */
  reservie: ReservieAccount | (() => ReservieAccount | undefined);
  mode: 'demo' | 'live';
  /** IANA name of the studio's zone. */
  timeZone: string;
  /** BCP 47 tag of the studio's way to write dates and numbers; `en-GB` by default. */
  locale?: string;
  /** Opened and closed by the gateway; a store that is open already stays so. */
  store: Store | DatabaseOptions;
  accounts: AccountsOptions;
  /** Addresses and networks whose X-Forwarded-For is believed; without any, nobody's is. */
  trustedProxies?: readonly string[];
  /** Folder of the built single page application; without it only the API is served. */
  webRoot?: string;
  /** Names, besides loopback's, that browsers reach this gateway under. */
  publicHosts?: readonly string[];
  clock?: Clock;
  schedule?: Schedule;
  /** For one call to Reservie; the customer list gets six times as long. */
  timeoutMs?: number;
  /** How many calls Reservie may get in any minute, from all who share the store; 0 is no limit. 100 by default. */
  requestsPerMinute?: number;
  /** How long a page's read may stand in line or be repeated; the call itself comes on top. */
  patienceMs?: number;
  /** Whoever sends it as a bearer token may read `/metrics`; without one there is no such address. */
  metricsToken?: string;
  /** The least role that may copy and export customers; the desk's when left out. */
  exportRole?: Role;
  /** Silent when left out. */
  log?: LogOptions;
}

export interface Gateway extends FastifyInstance {
  /** The path of a fresh link that makes the first manager; `undefined` once there is one. */
  makeSetUpLink: () => Promise<string | undefined>;
}

/** The whole gateway without a port: `inject` into it or `listen` on it, then `close` it. */
export async function buildGateway(deps: GatewayDeps): Promise<Gateway> {
  const {
    mode,
    timeZone,
    locale = 'en-GB',
    clock = systemClock,
    timeoutMs,
    publicHosts = [],
    trustedProxies = [],
  } = deps;
  const { reservie, requestsPerMinute = DEFAULT_REQUESTS_PER_MINUTE, patienceMs } = deps;
  const account = typeof reservie === 'function' ? reservie : () => reservie;
  const app: FastifyInstance = fastify({
    logger: loggerOptions(deps.log),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: LARGEST_BODY,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: 30_000,
    rewriteUrl: ({ url = '/' }) => toDecodable(toPath(url)),
    // While closing, a request on an open connection is still answered, instead of refused in another shape.
    return503OnClosing: false,
    clientErrorHandler: sendUnreadable,
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  });
  const store = 'db' in deps.store ? deps.store : await openStore(deps.store);
  if (store !== deps.store) app.addHook('onClose', () => store.close());
  const onTrouble = (message: string) => app.log.error(message);
  const ledger = openLedger(store, {
    perMinute: requestsPerMinute,
    clock: deps.clock,
    longestCallMs: longestCallMs(timeoutMs),
    onTrouble,
  });
  app.addHook('onClose', () => ledger.close());
  const metrics = new Metrics({ isProcessMeasured: deps.metricsToken !== undefined });
  const client = new ReservieClient({ account, clock, ledger, metrics, ...(timeoutMs !== undefined && { timeoutMs }) });
  const reads = new CachedReads({ client, clock, metrics, ...(patienceMs !== undefined && { patienceMs }) });
  const accounts = await openAccounts({
    ...deps.accounts,
    store,
    clock,
    isDemo: mode === 'demo',
    onTrouble,
  });
  app.addHook('onClose', () => accounts.close());
  app.removeContentTypeParser('text/plain');
  app.addHook('onClose', () => client.close());
  endConnectionsWhenClosing(app);
  app.addHook('onClose', async () => metrics.close());
  answerProblems(app);
  logAnswers(app);
  measureRequests(app, metrics);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    // Whatever may be kept says so itself.
    reply.header('cache-control', 'no-store');
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // The gateway itself speaks plain HTTP; whatever ends TLS before it knows whether this header is true.
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
  });
  guardRequests(app, { publicHosts, publicUrl: deps.accounts.publicUrl });
  decorateStaff(app);

  const desk = await openLiveDesk(app, { client, reads, accounts, clock, schedule: deps.schedule ?? systemSchedule });
  const { directory, recorder } = desk;
  const authorize = recorder.watch(authorizeWith(accounts.sessions));
  // A page that only listens, or waits for trouble to end, must not keep a session alive for whoever has left the desk.
  const peek = recorder.watch(authorizeWith({ identify: ({ request }) => accounts.sessions.peek(request) }));
  const customerHandlers = {
    ...studioRoutes({ mode, timeZone, locale }, client, clock),
    ...customerRoutes(directory),
    ...profileRoutes({ client, reads, flow: desk.flow }),
    ...bookingRoutes(reads),
    ...passRoutes(reads),
    ...appointmentRoutes(reads),
    ...subscriptionRoutes(reads),
    ...videoRoutes(reads),
    ...noteRoutes(reads),
    ...questionnaireRoutes(reads),
  };
  serve(app, gateway, customerHandlers, {
    authorize: (endpoint, context) => (endpoint === gateway.getStudio ? peek : authorize)(endpoint, context),
    present: presentPeople,
    around: recorder.around,
  });
  const staffHandlers = {
    ...sessionRoutes(accounts),
    ...accountRoutes(accounts, clock),
    ...staffRoutes(accounts, clock),
  };
  serve(app, staffDesk, staffHandlers, { authorize, around: desk.aroundStaff });
  const bookParts = { store, log: desk.log, clock, exportRole: deps.exportRole ?? 'desk' };
  serve(app, deskBook, deskBookRoutes(bookParts), { authorize, present: presentPeople, around: recorder.around });
  serve(app, history, historyRoutes(store, desk.log), { authorize, around: recorder.around });
  serve(app, studioSettings, studioSettingsRoutes(store), { authorize, around: recorder.around });
  serve(app, live, liveRoutes(desk.events, accounts.sessions), { authorize: peek });
  openIdCallback(app, accounts);
  probeRoutes(app, client);
  metrics.watch({
    cache: () => reads.size,
    queue: () => client.waiting,
    streams: () => desk.events.size,
    directory: () => directory.state,
    health: async () => (await client.readHealth()).state,
  });
  if (deps.metricsToken !== undefined) metricsRoute(app, metrics, deps.metricsToken);
  if (deps.webRoot === undefined) app.setNotFoundHandler(sendNotFound);
  else await serveWebApp(app, deps.webRoot);
  return Object.assign(app, { makeSetUpLink: () => accounts.newcomers.makeSetUpLink() });
}

/** A request may name the whole address, as clients of a proxy do (RFC 9112, 3.2.2): here it is the path of ours. */
function toPath(url: string): string {
  return url.startsWith('/') ? url : url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/');
}

/** A mangled address is somebody's address all the same: its percent signs are taken literally, and it leads nowhere. */
function toDecodable(url: string): string {
  const [path = '', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}

/** A connection that a browser keeps open would otherwise hold the end back until it is idle for long enough. */
function endConnectionsWhenClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}
