import { Pool } from 'undici';
import { type Call, type Endpoint, toUrl } from '#contract/endpoint.ts';
import { reservie } from '#contract/reservie.ts';
import { type Clock, systemClock } from '#kit/clock.ts';
import { Problem } from '../problem.ts';
import {
  type UpstreamAnswer,
  isReset,
  malformed,
  problemOfAnswer,
  problemOfException,
  problemOfTokenAnswer,
} from './errors.ts';
import { type Token, TokenSource } from './token.ts';

export interface ReservieAccount {
  /** May end in a path, such as `https://api.example.com/m2m`. */
  baseUrl: string;
  clientId: string;
  clientSecret: string;
}

export interface ReservieClientOptions {
  /** Asked before each call, because the demo's sandbox can come back elsewhere; `undefined` while there is none. */
  account: () => ReservieAccount | undefined;
  clock?: Clock;
  /** For one call, from the first byte sent to the last received. A save takes up to three, and pages wait 30 s. */
  timeoutMs?: number;
  /** For the whole customer list. */
  listTimeoutMs?: number;
  /** A larger answer is refused. 100,000 customers are about 19 MB. */
  maxBytes?: number;
}

interface Session {
  account: ReservieAccount;
  pool: Pool;
  prefix: string;
  tokens: TokenSource;
}

interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
}

type ReservieTable = typeof reservie;
type ReadName = Exclude<keyof ReservieTable, 'createToken' | 'updateProfile'>;

/**
 * The only speaker to Reservie. It can ask for nothing but the endpoints of the contract, never follows a redirect
 * (the token would travel along), and throws nothing but Problems.
 */
export class ReservieClient {
  readonly #account: () => ReservieAccount | undefined;
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #listTimeoutMs: number;
  readonly #maxBytes: number;
  #session: Session | undefined;

  constructor(options: ReservieClientOptions) {
    this.#account = options.account;
    this.#clock = options.clock ?? systemClock;
    this.#timeoutMs = options.timeoutMs ?? 8_000;
    this.#listTimeoutMs = options.listTimeoutMs ?? this.#timeoutMs * 6;
    this.#maxBytes = options.maxBytes ?? 128 * 1024 * 1024;
  }

  /** The JSON of an answer, unchecked. Tried a second time when the connection breaks or the token has died. */
  async read<K extends ReadName>(name: K, call: Call<ReservieTable[K]> & Parts): Promise<unknown> {
    const answer = await this.#authorized(reservie[name], call);
    try {
      return JSON.parse(answer.body);
    } catch {
      throw malformed();
    }
  }

  /** Never repeated by itself, except after a 401, which says that nothing was done. */
  async updateProfile(call: Call<ReservieTable['updateProfile']>): Promise<void> {
    await this.#authorized(reservie.updateProfile, call, JSON.stringify(call.body));
  }

  /** Whether a token can be had. @throws Problem */
  async checkAccess(): Promise<void> {
    await this.#open().tokens.get();
  }

  async close(): Promise<void> {
    await this.#session?.pool.destroy();
  }

  async #authorized(definition: Endpoint, parts: Parts, body?: string): Promise<UpstreamAnswer> {
    const params = definition.params?.safeParse(parts.params);
    if (params && !params.success) throw new Problem('not_found', 'There is no such record.');
    const path = toUrl(definition.path, parts.params, parts.query);
    const session = this.#open();
    const token = await session.tokens.get();
    let answer = await this.#exchange(session, definition, path, { token, body });
    if (answer.status === 401) {
      session.tokens.invalidate(token);
      answer = await this.#exchange(session, definition, path, { token: await session.tokens.get(), body });
    }
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw problemOfAnswer(answer, definition.scope, this.#clock());
  }

  async #exchange(
    session: Session,
    definition: Endpoint,
    path: string,
    { token, body }: { token?: string; body: string | undefined },
  ): Promise<UpstreamAnswer> {
    const attempt = () => this.#request(session, definition, path, token, body);
    try {
      return await attempt();
    } catch (error) {
      if (definition.method !== 'GET' || !isReset(error)) throw problemOfException(error);
    }
    try {
      return await attempt();
    } catch (error) {
      throw problemOfException(error);
    }
  }

  async #request(session: Session, definition: Endpoint, path: string, token?: string, body?: string) {
    const timeout = definition === reservie.listCustomers ? this.#listTimeoutMs : this.#timeoutMs;
    const response = await session.pool.request({
      method: definition.method,
      path: session.prefix + path,
      headers: {
        accept: 'application/json',
        'user-agent': 'studio-desk',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(timeout),
      headersTimeout: timeout,
      bodyTimeout: timeout,
    });
    const status = response.statusCode;
    const retryAfter = response.headers['retry-after'];
    const answer = { status, retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined };
    if (definition === reservie.updateProfile && status >= 200 && status < 300) {
      // The write is done; whatever happens to the rest of the answer must not make it look undone.
      await response.body.dump().catch(() => undefined);
      return { ...answer, body: '' };
    }
    return { ...answer, body: await response.body.text() };
  }

  #open(): Session {
    const account = this.#account();
    if (!account) throw new Problem('reservie_unavailable', 'Reservie cannot be reached.');
    if (this.#session?.account === account) return this.#session;
    void this.#session?.pool.destroy();
    const url = new URL(account.baseUrl);
    const session: Session = {
      account,
      pool: new Pool(url.origin, { connections: 16, maxResponseSize: this.#maxBytes, connectTimeout: this.#timeoutMs }),
      prefix: url.pathname.replace(/\/+$/, ''),
      tokens: new TokenSource(() => this.#issueToken(session), this.#clock),
    };
    this.#session = session;
    return session;
  }

  async #issueToken(session: Session): Promise<Token> {
    const { createToken } = reservie;
    const { clientId, clientSecret } = session.account;
    const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret });
    const answer = await this.#exchange(session, createToken, createToken.path, { body });
    if (answer.status < 200 || answer.status > 299) throw problemOfTokenAnswer(answer, this.#clock());
    return parseToken(answer.body);
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
