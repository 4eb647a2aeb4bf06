import type { Clock } from '#kit/clock.ts';
import type { StaleReason } from '#contract/page.ts';
import type { Metrics, ReadResult } from '../metrics/metrics.ts';
import { Problem } from '../http/problem.ts';
import { AnswerCache, type CacheLimits, type CachedAnswer } from './answer-cache.ts';
import type { CallParts, ReadCall, ReservieClient } from './client.ts';
import { CHANGED_BY_A_SAVE, FRESHNESS, type ReadName } from './freshness.ts';
import { type Lane, PATIENCE_MS, Urgency, askingStaff, onOwnAccount } from './lane.ts';
import { MissingRecords } from './missing-records.ts';

export interface Served<Value> {
  value: Value;
  /** When Reservie said so, in milliseconds since 1970. */
  asOf: number;
  ageMs: number;
  /** Why nothing fresher could be had, if it should have been. */
  stale?: StaleReason;
}

export interface CachedReadsOptions {
  client: Pick<ReservieClient, 'read'>;
  clock: Clock;
  limits?: CacheLimits;
  /** Instead of each lane's own. */
  patienceMs?: number;
  metrics?: Pick<Metrics, 'readEnded'>;
}

/** One read: what is asked, and how its answer is understood. */
export interface Read<K extends ReadName, Value> {
  name: K;
  call: ReadCall<K>;
  parse: (json: unknown) => Value;
  /** Hears each answer once, when Reservie gives it; not what is served again, nor what a write or a newer read overtook. */
  onAnswer?: (value: Value) => void;
}

export interface AnewLimits {
  /** Instead of one of its own, made of the next two. */
  urgency?: Urgency;
  lane?: Lane;
  patienceMs?: number;
  timeoutMs?: number;
}

interface Flight {
  urgency: Urgency;
  answer: Promise<CachedAnswer>;
}

/** About 20 kB for a page of thirty rows. */
const LIMITS: CacheLimits = { entries: 5_000, bytes: 64 * 1024 * 1024 };
/** A caller who can be shown an older answer does not stand in line for long. */
const PATIENCE_WITH_A_COPY_MS = 2_000;

const STALE_REASONS: ReadonlyMap<string, StaleReason> = new Map([
  ['rate_limited', 'limited'],
  ['reservie_timeout', 'slow'],
  ['reservie_unavailable', 'down'],
  ['reservie_refused', 'refused'],
  ['reservie_malformed', 'unreadable'],
]);

/**
 * Reads of Reservie, each asked once for all who want it at the same time, and its answer kept as FRESHNESS says. What is
 * kept is Reservie's own JSON: what a role may see of it is decided by the reader.
 */
export class CachedReads {
  readonly #options: CachedReadsOptions;
  readonly #cache: AnswerCache;
  readonly #flights = new Map<string, Flight>();
  readonly #missing = new MissingRecords();

  constructor(options: CachedReadsOptions) {
    this.#options = options;
    this.#cache = new AnswerCache(options.limits ?? LIMITS);
  }

  /**
   * `parse` throws when the answer is not what was asked for; such an answer is never kept. `isAnew`: Reservie is asked
   * whatever is kept or under way; an older answer serves only where it cannot be asked. @throws Problem
   */
  async get<K extends ReadName, Value>(
    read: Read<K, Value>,
    lane: Lane,
    { isAnew = false }: { isAnew?: boolean } = {},
  ): Promise<Served<Value>> {
    const { fresh, refetched, kept } = FRESHNESS[read.name];
    const key = keyOf(read);
    const copy = this.#cache.get(key);
    const ageMs = copy ? this.#options.clock() - copy.asOf : Infinity;
    const count = (result: ReadResult) => this.#options.metrics?.readEnded(read.name, result);
    if (copy && !isAnew && ageMs < fresh * 1000) {
      count('fresh');
      return this.#serve(copy, read);
    }
    if (copy && !isAnew && ageMs < refetched * 1000) {
      count('older');
      onOwnAccount(() => this.#join(key, read, this.#urgency('background'))).catch(() => undefined);
      return this.#serve(copy, read);
    }
    const missing = this.#missing.find(key, this.#options.clock());
    if (missing && !isAnew) {
      count('fresh');
      throw missing;
    }
    if (!copy) this.#missing.refuseGuesses(askingStaff.getStore(), this.#options.clock());
    const isJoining = !isAnew && this.#flights.has(key);
    const isUsable = copy !== undefined && ageMs < kept * 1000;
    try {
      const isGuess = !copy && this.#missing.isGuessing(askingStaff.getStore(), this.#options.clock());
      const urgency = this.#urgency(isGuess ? 'prefetch' : lane, isUsable ? PATIENCE_WITH_A_COPY_MS : undefined);
      const answer = await (isAnew ? this.#ask(key, read, urgency) : this.#join(key, read, urgency));
      count(isJoining ? 'joined' : 'asked');
      return this.#serve(answer, read);
    } catch (error) {
      const stale = error instanceof Problem ? STALE_REASONS.get(error.code) : undefined;
      // The copy may have gone meanwhile: a write ended what was true before it.
      const isStaleServed = isUsable && stale !== undefined && this.#cache.get(key) !== undefined;
      count(isStaleServed ? 'stale' : 'failed');
      if (!isStaleServed) throw error;
      return { ...this.#serve(copy, read), stale };
    }
  }

  /** What is kept, as long as it would be answered at once; Reservie is not asked. */
  peek<K extends ReadName, Value>(read: Read<K, Value>): Served<Value> | undefined {
    const copy = this.#cache.get(keyOf(read));
    const isUsable = copy && this.#options.clock() - copy.asOf < FRESHNESS[read.name].refetched * 1000;
    return isUsable ? this.#serve(copy, read) : undefined;
  }

  /** Asks Reservie now, whatever is kept or under way, and keeps the answer: before a write, and after it. Lane: `write`. */
  async getAnew<K extends ReadName, Value>(read: Read<K, Value>, limits: AnewLimits = {}): Promise<Served<Value>> {
    const urgency = limits.urgency ?? this.#urgency(limits.lane ?? 'write', limits.patienceMs);
    return this.#serve(await this.#ask(keyOf(read), read, urgency, limits.timeoutMs), read);
  }

  /** A customer's profile is being written, or has been: no answer from before counts any more. */
  forgetCustomer(customerId: string): void {
    for (const name of CHANGED_BY_A_SAVE) this.#forget(prefixOf(name, customerId));
  }

  /** Writes elsewhere may have been missed. */
  forgetCustomers(): void {
    for (const name of CHANGED_BY_A_SAVE) this.#forget(`${name} `);
  }

  get size(): { entries: number; bytes: number } {
    return this.#cache.size;
  }

  /** Nothing is kept any more, nor waits to be dropped; what is under way is answered, and not kept. */
  close(): void {
    this.#flights.clear();
    this.#cache.clear();
  }

  #forget(prefix: string): void {
    this.#cache.deleteAll(prefix);
    this.#missing.deleteAll(prefix);
    for (const key of this.#flights.keys()) if (key.startsWith(prefix)) this.#flights.delete(key);
  }

  #serve<Value>({ json, asOf }: CachedAnswer, { parse }: { parse: (json: unknown) => Value }): Served<Value> {
    return { value: parse(json), asOf, ageMs: Math.max(this.#options.clock() - asOf, 0) };
  }

  #urgency(lane: Lane, patienceMs = Infinity): Urgency {
    const { clock, patienceMs: most = PATIENCE_MS[lane] } = this.#options;
    return new Urgency(lane, clock() + Math.min(patienceMs, most));
  }

  #join<K extends ReadName, Value>(key: string, read: Read<K, Value>, urgency: Urgency): Promise<CachedAnswer> {
    const flight = this.#flights.get(key);
    if (!flight) return this.#ask(key, read, urgency);
    flight.urgency.raise(urgency.lane, urgency.giveUpAt);
    return flight.answer;
  }

  #ask<K extends ReadName, Value>(
    key: string,
    read: Read<K, Value>,
    urgency: Urgency,
    timeoutMs?: number,
  ): Promise<CachedAnswer> {
    const answer = this.#fly(key, read, urgency, timeoutMs);
    this.#flights.set(key, { urgency, answer });
    return answer;
  }

  async #fly<K extends ReadName, Value>(
    key: string,
    { name, call, parse, onAnswer }: Read<K, Value>,
    urgency: Urgency,
    timeoutMs?: number,
  ): Promise<CachedAnswer> {
    const { client, clock } = this.#options;
    // Not after a write, nor after a newer flight took off.
    const isCurrent = () => this.#flights.get(key)?.urgency === urgency;
    try {
      const json = await client.read(name, call, { urgency, ...(timeoutMs !== undefined && { timeoutMs }) });
      const value = parse(json);
      const answer = { json, asOf: clock() };
      if (isCurrent()) {
        const { kept } = FRESHNESS[name];
        if (kept > 0) this.#cache.set(key, answer, kept * 1000);
        onAnswer?.(value);
      }
      return answer;
    } catch (error) {
      const isGone = error instanceof Problem && (error.code === 'not_found' || error.code === 'missing_scope');
      if (isGone && isCurrent()) this.#cache.delete(key);
      if (isCurrent()) this.#missing.record(key, error, clock(), urgency.askers.keys());
      throw error;
    } finally {
      if (isCurrent()) this.#flights.delete(key);
    }
  }
}

function prefixOf(name: ReadName, customerId: unknown): string {
  return `${name} ${String(customerId)} `;
}

function keyOf<K extends ReadName>({ name, call }: Pick<Read<K, unknown>, 'name' | 'call'>): string {
  const { params, query }: CallParts = call;
  const sorted = Object.entries({ ...params, ...query }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return prefixOf(name, params?.['customerId']) + JSON.stringify(sorted);
}
