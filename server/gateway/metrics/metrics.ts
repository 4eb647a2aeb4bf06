import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Lane } from '../reservie/lane.ts';

/** What became of a read: `fresh` and `older` came from the cache, `older` is being refetched; `stale` because Reservie failed. */
export type ReadResult = 'fresh' | 'older' | 'asked' | 'joined' | 'stale' | 'failed';

/** What is looked at on request, instead of being counted as it happens. */
export interface Gauges {
  cache: () => { entries: number; bytes: number };
  /** Calls that wait for their turn. */
  queue: () => number;
  /** Open event streams. */
  streams: () => number;
  directory: () => { customers: number; ageMs: number } | undefined;
  /** `ok`, `slow`, `limited`, `refused` or `down`. */
  health: () => Promise<string>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * What Prometheus may know: how much, how long, how it ended. Labels are routes, operations, lanes and codes of ours, never
 * an id, a name or anything else that came from outside, so there are few of them and nothing personal in them.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'desk_http_request_seconds',
    help: 'Requests to Studio Desk, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly #calls = new Histogram({
    name: 'desk_reservie_call_seconds',
    help: 'Calls to Reservie, from the moment they left; status is its own, or why there is none',
    labelNames: ['operation', 'status'],
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly #waits = new Histogram({
    name: 'desk_budget_wait_seconds',
    help: 'How long calls stood in line for the request budget, by lane',
    labelNames: ['lane'],
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly #refusals = new Counter({
    name: 'desk_budget_refused_total',
    help: 'Calls that would have waited too long for the request budget, by lane',
    labelNames: ['lane'],
    registers: [this.#registry],
  });
  readonly #reads = new Counter({
    name: 'desk_cache_reads_total',
    help: 'Reads by endpoint of Reservie and by where their answer came from',
    labelNames: ['endpoint', 'result'],
    registers: [this.#registry],
  });

  constructor(options: { isProcessMeasured: boolean }) {
    if (options.isProcessMeasured) collectDefaultMetrics({ register: this.#registry });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** In Prometheus' text format. */
  read(): Promise<string> {
    return this.#registry.metrics();
  }

  requestEnded(labels: { method: string; route: string; status: number }, ms: number): void {
    this.#requests.observe(labels, ms / 1000);
  }

  /** `status`: 200 and so on, or a code such as `reservie_timeout`. */
  callEnded(operation: string, status: number | string, ms: number): void {
    this.#calls.observe({ operation, status }, ms / 1000);
  }

  waited(lane: Lane, ms: number): void {
    this.#waits.observe({ lane }, ms / 1000);
  }

  refused(lane: Lane): void {
    this.#refusals.inc({ lane });
  }

  readEnded(endpoint: string, result: ReadResult): void {
    this.#reads.inc({ endpoint, result });
  }

  /** Once, when what they look at exists. */
  watch({ cache, queue, streams, directory, health }: Gauges): void {
    this.#gauge('desk_cache_entries', 'Answers in the cache', (gauge) => gauge.set(cache().entries));
    this.#gauge('desk_cache_bytes', 'Their size as text', (gauge) => gauge.set(cache().bytes));
    this.#gauge('desk_budget_queue', 'Calls that wait for the request budget', (gauge) => gauge.set(queue()));
    this.#gauge('desk_event_streams', 'Browsers that listen for changes', (gauge) => gauge.set(streams()));
    this.#gauge('desk_directory_customers', 'Customers in the list in hand', (gauge) =>
      gauge.set(directory()?.customers ?? 0),
    );
    this.#gauge('desk_directory_age_seconds', 'Age of the list in hand; absent without one', (gauge) => {
      const list = directory();
      if (list) gauge.set(list.ageMs / 1000);
      else gauge.remove();
    });
    const states = new Gauge({
      name: 'desk_reservie_state',
      help: '1 for the state that Reservie is in: ok, slow, limited, refused or down',
      labelNames: ['state'],
      registers: [this.#registry],
      collect: async () => {
        const state = await health();
        states.reset();
        states.set({ state }, 1);
      },
    });
  }

  close(): void {
    this.#registry.clear();
  }

  #gauge(name: string, help: string, look: (gauge: Gauge) => void): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.#registry], collect: () => look(gauge) });
  }
}

/** Each answered request, under its route: an address that leads nowhere counts as `none`. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    // A request line may hold any method that Node's parser knows; where none of ours is meant, its name says nothing.
    const { url: route } = routeOptions;
    const known = route === undefined ? { method: 'any', route: 'none' } : { method, route };
    metrics.requestEnded({ ...known, status: statusCode }, elapsedTime);
  });
}
