import { type Call, type Endpoint, toUrl } from '#contract/endpoint.ts';
import { reservie } from '#contract/reservie.ts';
import { type Clock, steadyClock, systemClock } from '#kit/clock.ts';
import { NotSent, Problem } from '../http/problem.ts';
import { type UpstreamAnswer, malformed, problemOfAnswer, problemOfTokenAnswer } from './errors.ts';
import type { ReadName } from './freshness.ts';
import { type CallMetrics, GuardedCalls, recordProblem } from './guarded-calls.ts';
import type { Health } from './health.ts';
import { PATIENCE_MS, Urgency, onOwnAccount } from './lane.ts';
import { CALLS_OF_A_SAVE, DEFAULT_REQUESTS_PER_MINUTE, type SlidingWindow } from './sliding-window.ts';
import { MemoryWindow } from './memory-window.ts';
import { parseJson } from './parse-json.ts';
import { retryRead } from './retry-read.ts';
import { type Token, TokenSource } from './token.ts';
import { type ReservieAccount, Transport } from './transport.ts';

export interface ReservieClientOptions {
  /** Asked before each call: the demo's sandbox can come back elsewhere. A promise while it starts; `undefined` without one. */
  account: () => ReservieAccount | Promise<ReservieAccount | undefined> | undefined;
  clock?: Clock;
  /** For one call, from the first byte sent to the last received. A save takes up to three, and pages wait 30 s. */
  timeoutMs?: number;
  /** For the whole customer list. */
  listTimeoutMs?: number;
  /** A larger answer is refused. 100,000 customers are about 19 MB. */
  maxBytes?: number;
  /** The request budget; without one, this process keeps its own of `DEFAULT_REQUESTS_PER_MINUTE`. */
  window?: SlidingWindow;
  /** From 0 to 1: how much a pause before another try differs from the next one's. */
  random?: () => number;
  metrics?: CallMetrics;
}

/** For one call; the customer list gets several times as long. */
const TIMEOUT_MS = 8_000;
const LIST_TIMEOUTS = 6;

/** No call takes longer, when one may take `timeoutMs`. */
export function longestCallMs(timeoutMs = TIMEOUT_MS): number {
  return timeoutMs * LIST_TIMEOUTS;
}

interface Session {
  account: ReservieAccount;
  transport: Transport;
  tokens: TokenSource;
}

export interface CallParts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
}

type ReservieTable = typeof reservie;
export type ReadCall<K extends ReadName> = Call<ReservieTable[K]> & CallParts;

/** How one call may spend its time. */
export interface Spending {
  urgency: Urgency;
  /** Less than the client's own. */
  timeoutMs?: number;
  /** Asked in the very moment of sending, after every wait; it throws a NotSent to hold the call back. */
  beforeSend?: () => void;
}

/**
 * The only speaker to Reservie: token, budget, breaker and retries around the endpoints of the contract, and nothing else
 * can be asked. Throws nothing but Problems.
 */
export class ReservieClient {
  readonly #options: ReservieClientOptions;
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #calls: GuardedCalls;
  #session: Session | undefined;

  constructor(options: ReservieClientOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    const window = options.window ?? new MemoryWindow(DEFAULT_REQUESTS_PER_MINUTE, options.clock ?? steadyClock);
    this.#calls = new GuardedCalls(window, this.#clock, options.metrics);
  }

  /** The JSON of an answer, unchecked. Repeated a few times when Reservie fails or the token has died. */
  async read<K extends ReadName>(name: K, call: ReadCall<K>, spending?: Spending): Promise<unknown> {
    const { body } = await this.#repeat(reservie[name], call, spending ?? { urgency: this.#urgency('interactive') });
    try {
      return await parseJson(body);
    } catch {
      throw malformed();
    }
  }

  /** All customers, in pieces of Reservie’s JSON: they are too many to parse between two requests. */
  async readCustomers(urgency: Urgency): Promise<readonly Uint8Array[]> {
    const { pieces } = await this.#repeat(reservie.listCustomers, {}, { urgency });
    if (!pieces) throw malformed();
    return pieces;
  }

  /** The places in the budget of a save, of its read and its write together; `leave` it at the end. @throws NotSent */
  async beginSave(): Promise<Urgency> {
    const urgency = this.#urgency('write');
    await this.#calls.takePlaces(urgency, CALLS_OF_A_SAVE);
    return urgency;
  }

  /** Never repeated by itself, except after a 401, which says that nothing was done. */
  async updateProfile(call: Call<ReservieTable['updateProfile']>, spending?: Partial<Spending>): Promise<void> {
    const whole = { urgency: this.#urgency('write'), ...spending };
    await this.#authorized(reservie.updateProfile, call, whole, JSON.stringify(call.body));
  }

  /** Whether a token can be had. @throws Problem */
  async checkAccess(): Promise<void> {
    await (await this.#open()).tokens.get();
  }

  /** What the last calls say about Reservie; asks nothing. */
  readHealth(): Promise<Health & { retryAfterMs?: number }> {
    return this.#calls.readHealth();
  }

  /** Calls that stand in line for the budget. */
  get waiting(): number {
    return this.#calls.waiting;
  }

  async close(): Promise<void> {
    this.#calls.close();
    await this.#session?.transport.close();
  }

  #repeat(definition: Endpoint, parts: CallParts, spending: Spending): Promise<UpstreamAnswer> {
    const { random = Math.random } = this.#options;
    const attempt = () => this.#authorized(definition, parts, spending);
    return retryRead(attempt, { urgency: spending.urgency, clock: this.#clock, random });
  }

  async #authorized(
    definition: Endpoint,
    parts: CallParts,
    spending: Spending,
    body?: string,
  ): Promise<UpstreamAnswer> {
    const params = definition.params?.safeParse(parts.params);
    if (params && !params.success) throw new Problem('not_found', 'There is no such record.');
    const path = toUrl(definition.path, parts.params, parts.query);
    const session = await this.#open();
    const token = await tokenFor(session, definition);
    const request = { path, body, ...spending };
    let answer = await this.#exchange(session, definition, { ...request, token });
    if (answer.status === 401) {
      session.tokens.invalidate(token);
      answer = await this.#exchange(session, definition, { ...request, token: await tokenFor(session, definition) });
    }
    if (answer.status >= 200 && answer.status < 300) {
      this.#calls.health.recordGranted(definition.scope);
      return answer;
    }
    const problem = problemOfAnswer(answer, definition.scope, this.#clock());
    recordProblem(this.#calls.health, problem);
    if (problem.code === 'reservie_refused') session.tokens.refuse(problem);
    throw problem;
  }

  #exchange(
    { transport }: Session,
    definition: Endpoint,
    {
      path,
      token,
      body,
      urgency,
      timeoutMs = Infinity,
      beforeSend,
    }: Spending & { path: string; token?: string; body?: string | undefined },
  ): Promise<UpstreamAnswer> {
    const { method } = definition;
    const isList = definition === reservie.listCustomers;
    const own = isList ? (this.#options.listTimeoutMs ?? longestCallMs(this.#timeoutMs)) : this.#timeoutMs;
    const guarded = {
      operation: `${method} ${definition.path}`,
      isRead: method === 'GET' || token === undefined,
      urgency,
    };
    return this.#calls.send(guarded, () =>
      transport.send({
        method,
        path,
        ...(token !== undefined && { token }),
        body,
        timeoutMs: Math.min(own, timeoutMs),
        ...(beforeSend && { beforeSend }),
        // A write that was answered 200 is done: a broken rest of the answer must not make it look undone.
        isBodyIgnored: definition === reservie.updateProfile,
        isBodyLong: isList,
      }),
    );
  }

  async #open(): Promise<Session> {
    const account = await this.#options.account();
    if (!account) throw new NotSent('reservie_unavailable', 'Reservie cannot be reached.');
    if (this.#session?.account === account) return this.#session;
    void this.#session?.transport.close();
    const { maxBytes = 128 * 1024 * 1024 } = this.#options;
    const session: Session = {
      account,
      transport: new Transport(account.baseUrl, { maxBytes, connectTimeoutMs: this.#timeoutMs }),
      tokens: new TokenSource(() => this.#issueToken(session), this.#clock),
    };
    this.#session = session;
    return session;
  }

  async #issueToken(session: Session): Promise<Token> {
    const { createToken } = reservie;
    const { clientId, clientSecret } = session.account;
    const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret });
    const { health } = this.#calls;
    const answer = await this.#exchange(session, createToken, {
      path: createToken.path,
      body,
      // All staff use it.
      urgency: onOwnAccount(() => this.#urgency('write')),
    });
    if (answer.status < 200 || answer.status > 299) {
      const problem = problemOfTokenAnswer(answer, this.#clock());
      recordProblem(health, problem);
      throw problem;
    }
    health.recordGranted(undefined);
    return parseToken(answer.body);
  }

  #urgency(lane: 'write' | 'interactive'): Urgency {
    return new Urgency(lane, this.#clock() + PATIENCE_MS[lane]);
  }
}

/** Without a token a write has not begun. */
async function tokenFor({ tokens }: Session, { method }: Endpoint): Promise<string> {
  try {
    return await tokens.get();
  } catch (error) {
    if (method === 'GET' || !(error instanceof Problem)) throw error;
    throw new NotSent(error.code, error.message, error.details);
  }
}

function parseToken(body: string): Token {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw malformed();
  }
  const parsed = reservie.createToken.answer.safeParse(json);
  // A value that does not fit a header would make every later call fail in an obscure way.
  if (!parsed.success || !/^[\x21-\x7e]+$/.test(parsed.data.access_token)) throw malformed(['token']);
  return { value: parsed.data.access_token, lifetimeMs: Math.max(parsed.data.expires_in, 0) * 1000 };
}
