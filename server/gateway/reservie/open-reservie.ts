import type { FastifyInstance } from 'fastify';
import type { Clock } from '#kit/clock.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Store } from '../store/store.ts';
import { CachedReads } from './cached-reads.ts';
import { ReservieClient, type ReservieClientOptions, longestCallMs } from './client.ts';
import { openSlidingWindow } from './database-window.ts';
import { DEFAULT_REQUESTS_PER_MINUTE } from './sliding-window.ts';
import type { ReservieAccount } from './transport.ts';

export interface ReservieOptions {
  /** A function while the account can change under way: the demo's sandbox may come back on another port. */
  reservie: ReservieAccount | ReservieClientOptions['account'];
  /** For one call to Reservie; the customer list gets six times as long. */
  timeoutMs?: number;
  /** How many calls Reservie may get in any minute, from all who share the store; 0 is no limit. 100 by default. */
  requestsPerMinute?: number;
  /** How long a page's read may stand in line or be repeated; the call itself comes on top. */
  patienceMs?: number;
}

interface Parts {
  store: Store;
  metrics: Metrics;
  clock: Clock;
  /** The clock of the request budget, where tests set it. */
  budgetClock: Clock | undefined;
  onTrouble: (message: string) => void;
}

/** The only way to Reservie: its client, under the studio's request budget, and the reads that are kept. */
export function openReservie(
  app: FastifyInstance,
  { reservie, timeoutMs, requestsPerMinute = DEFAULT_REQUESTS_PER_MINUTE, patienceMs }: ReservieOptions,
  { store, metrics, clock, budgetClock, onTrouble }: Parts,
): { client: ReservieClient; reads: CachedReads } {
  const window = openSlidingWindow(store, {
    perMinute: requestsPerMinute,
    clock: budgetClock,
    longestCallMs: longestCallMs(timeoutMs),
    onTrouble,
  });
  app.addHook('onClose', () => window.close());
  const client = new ReservieClient({
    account: typeof reservie === 'function' ? reservie : () => reservie,
    clock,
    window,
    metrics,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  app.addHook('onClose', () => client.close());
  const reads = new CachedReads({ client, clock, metrics, ...(patienceMs !== undefined && { patienceMs }) });
  app.addHook('onClose', async () => reads.close());
  return { client, reads };
}
