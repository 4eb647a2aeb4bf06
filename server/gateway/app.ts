import type { FastifyInstance } from 'fastify';
import { shortcutApi } from '#contract/shortcuts.ts';
import { type ReservieLinks, gateway } from '#contract/gateway.ts';
import { history } from '#contract/history.ts';
import { live } from '#contract/live.ts';
import type { Role } from '#contract/role.ts';
import { staffApi } from '#contract/staff.ts';
import { classes } from '#contract/classes.ts';
import { studioSettings } from '#contract/studio-settings.ts';
import { type Clock, type Schedule, steadyClock, systemClock, systemSchedule } from '#kit/clock.ts';
import { type ServeContext, serve } from '#kit/serve.ts';
import { type AccountsOptions, openAccounts } from './accounts/accounts.ts';
import { authorizeWith, decorateStaff } from './accounts/authorize.ts';
import { openIdCallback } from './accounts/open-id-callback.ts';
import { openHistory } from './audit/open-history.ts';
import { sendNotFound } from './http/answer-problems.ts';
import { holdRefusals } from './http/hold-refusals.ts';
import { atHandReader } from './http/at-hand.ts';
import { type ServerOptions, openServer } from './http/open-server.ts';
import { serveWebApp } from './http/web-app.ts';
import { openEventBus } from './live/database-bus.ts';
import { LiveEvents } from './live/live-events.ts';
import { presentPeople } from './mask/audience.ts';
import { rememberAskingStaff } from './reservie/lane.ts';
import { Metrics, measureRequests } from './metrics/metrics.ts';
import { openProfiles } from './profile/open-profiles.ts';
import { type ReservieOptions, openReservie } from './reservie/open-reservie.ts';
import { accountRoutes } from './routes/account.ts';
import { bookingRoutes } from './routes/bookings.ts';
import { customerAtHandRoutes } from './routes/customer-at-hand.ts';
import { customerRoutes } from './routes/customers.ts';
import { shortcutRoutes } from './routes/shortcuts.ts';
import { historyRoutes } from './routes/history.ts';
import { liveRoutes } from './routes/live.ts';
import { metricsRoute } from './routes/metrics.ts';
import { customerTabRoutes } from './routes/customer-tabs.ts';
import { probeRoutes } from './routes/probes.ts';
import { profileRoutes } from './routes/profile.ts';
import { sessionRoutes } from './routes/session.ts';
import { staffRoutes } from './routes/staff.ts';
import { classRoutes } from './routes/classes.ts';
import { studioSettingsRoutes } from './routes/studio-settings.ts';
import { studioRoutes } from './routes/studio.ts';
import { canDisableTriggers } from './store/check-database.ts';
import { openStore } from './store/open-store.ts';
import type { DatabaseOptions, Store } from './store/store.ts';

const OWNS_RECORD =
  'The account in DATABASE_URL owns the record of who did what, and could change it: docs/operations.md, “Two accounts”.';

export interface GatewayDeps extends ReservieOptions, Omit<ServerOptions, 'publicUrl'> {
  mode: 'demo' | 'live';
  /** IANA name of the studio's zone. */
  timeZone: string;
  /** BCP 47 tag of the studio's way to write dates and numbers; `en-GB` by default. */
  locale?: string;
  /** “Open in Reservie”: none by default. */
  links?: ReservieLinks;
  /** Opened and closed by the gateway; a store that is open already stays so. */
  store: Store | DatabaseOptions;
  accounts: AccountsOptions;
  /** Folder of the built single page application; without it only the API is served. */
  webRoot?: string;
  clock?: Clock;
  schedule?: Schedule;
  /** The bearer token that opens `/metrics`; without one there is no such address. */
  metricsToken?: string;
  /** The least role that may copy and export customers; the desk's when left out. */
  exportRole?: Role;
}

export interface Gateway extends FastifyInstance {
  /** The path of a fresh link that makes the first manager; `undefined` once there is one. */
  makeSetUpLink: () => Promise<string | undefined>;
}

/** The whole gateway without a port: `inject` into it or `listen` on it, then `close` it. */
export async function buildGateway(deps: GatewayDeps): Promise<Gateway> {
  const { mode, timeZone, locale = 'en-GB', links = {}, exportRole = 'desk' } = deps;
  const { clock = systemClock, schedule = systemSchedule } = deps;
  const steady = deps.clock ?? steadyClock;

  const app = await openServer({ ...deps, publicUrl: deps.accounts.publicUrl });
  const onTrouble = (message: string) => app.log.error(message);
  const store = 'db' in deps.store ? deps.store : await openStore(deps.store);
  if (store !== deps.store) app.addHook('onClose', () => store.close());
  if (mode === 'live' && (await canDisableTriggers(store))) app.log.warn(OWNS_RECORD);
  const metrics = new Metrics({ isProcessMeasured: deps.metricsToken !== undefined });
  app.addHook('onClose', async () => metrics.close());
  measureRequests(app, metrics);
  const { client, reads } = openReservie(app, deps, {
    store,
    metrics,
    clock: steady,
    budgetClock: deps.clock,
    onTrouble,
  });
  const accounts = await openAccounts({ ...deps.accounts, store, clock, isDemo: mode === 'demo', onTrouble });
  app.addHook('onClose', () => accounts.close());
  decorateStaff(app);
  rememberAskingStaff(app);
  holdRefusals(app);
  const bus = await openEventBus(store, onTrouble);
  app.addHook('onClose', () => bus.close());
  const events = new LiveEvents(bus, schedule);
  app.addHook('preClose', async () => events.close());
  const { log, recorder, aroundStaff } = openHistory(app, { store, bus, clock, schedule, onTrouble });
  const profiles = await openProfiles(app, {
    store,
    client,
    reads,
    bus,
    events,
    log,
    clock,
    steady,
    schedule,
    onTrouble,
  });
  const { directory } = profiles;

  const { around } = recorder;
  const authorize = recorder.watch(authorizeWith(accounts.sessions));
  // A page that only listens, or waits for trouble to end, must not keep a session alive for staff who have left.
  const peek = recorder.watch(authorizeWith({ identify: ({ request }) => accounts.sessions.peek(request) }));
  const customerHandlers = {
    ...studioRoutes({ mode, timeZone, locale, links }, client, clock),
    ...customerRoutes(directory),
    ...profileRoutes(profiles),
    ...bookingRoutes(reads),
    ...customerTabRoutes(reads),
    ...customerAtHandRoutes(reads),
  };
  serve(app, gateway, customerHandlers, {
    authorize: (endpoint, context) => (endpoint === gateway.getStudio ? peek : authorize)(endpoint, context),
    present: presentPeople,
    around,
  });
  const staffHandlers = {
    ...sessionRoutes(accounts, events),
    ...accountRoutes(accounts, clock),
    ...staffRoutes(accounts, clock),
  };
  serve(app, staffApi, staffHandlers, { authorize, around: aroundStaff });
  const shortcutParts = { store, log, clock, exportRole };
  serve(app, shortcutApi, shortcutRoutes(shortcutParts), { authorize, present: presentPeople, around });
  serve(app, history, historyRoutes({ store, log, versions: profiles.versions, bus, clock }), { authorize, around });
  serve(app, studioSettings, studioSettingsRoutes(store), { authorize, around });
  serve(app, classes, classRoutes(reads, clock), { authorize, around });
  serve(app, live, liveRoutes(events, accounts.sessions), { authorize: peek });
  openIdCallback(app, accounts);
  probeRoutes(app, client, store, steady);
  metrics.watch({
    cache: () => reads.size,
    queue: () => client.waiting,
    streams: () => events.size,
    directory: () => directory.state,
    health: async () => (await client.readHealth()).state,
  });
  if (deps.metricsToken !== undefined) metricsRoute(app, metrics, deps.metricsToken);
  if (deps.webRoot === undefined) app.setNotFoundHandler(sendNotFound);
  else {
    const readStudio = async (context: ServeContext) => customerHandlers.getStudio({}, context);
    const readAtHand = atHandReader({ accounts, events, directory, reads, readStudio });
    await serveWebApp(app, { webRoot: deps.webRoot, readAtHand });
  }
  return Object.assign(app, { makeSetUpLink: () => accounts.newcomers.makeSetUpLink() });
}
