import { Agent, type Dispatcher, Pool, setGlobalDispatcher } from 'undici';
import type { UpstreamAnswer } from './errors.ts';

export interface ReservieAccount {
  /** May end in a path, such as `https://api.example.com/m2m`. */
  baseUrl: string;
  clientId: string;
  clientSecret: string;
}

export interface TransportRequest {
  method: string;
  path: string;
  token?: string;
  body?: string | undefined;
  /** From the first byte sent to the last received. */
  timeoutMs: number;
  /** Runs right before the request is written to its connection; what it throws is thrown, and nothing is sent. */
  beforeSend?: () => void;
  /** The status says everything; whatever happens to the rest of the answer does not count. */
  isBodyIgnored?: boolean;
  /** A long body stays in pieces: joining 20 MB would take longer than anything else may wait. */
  isBodyLong?: boolean;
}

/** HTTP to one account of Reservie. Never follows a redirect: the token would travel along. */
export class Transport {
  readonly #pool: Pool;
  readonly #prefix: string;

  constructor(baseUrl: string, options: { maxBytes: number; connectTimeoutMs: number }) {
    const url = new URL(baseUrl);
    const { maxBytes, connectTimeoutMs } = options;
    this.#pool = new Pool(url.origin, { connections: 16, maxResponseSize: maxBytes, connectTimeout: connectTimeoutMs });
    this.#prefix = url.pathname.replace(/\/+$/, '');
  }

  /** @throws whatever undici throws. */
  async send({
    method,
    path,
    token,
    body,
    timeoutMs,
    beforeSend,
    isBodyIgnored,
    isBodyLong,
  }: TransportRequest): Promise<UpstreamAnswer> {
    const pool = beforeSend ? this.#pool.compose(askBeforeSending(beforeSend)) : this.#pool;
    const response = await pool.request({
      method,
      path: this.#prefix + path,
      headers: {
        accept: 'application/json',
        'user-agent': 'studio-desk',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(timeoutMs),
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    const status = response.statusCode;
    const retryAfter = response.headers['retry-after'];
    const answer = { status, retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined };
    const isDone = status >= 200 && status < 300;
    if (isBodyIgnored && isDone) {
      await response.body.dump().catch(() => undefined);
      return { ...answer, body: '' };
    }
    if (isBodyLong && isDone) {
      const pieces: Uint8Array[] = [];
      for await (const piece of response.body) if (piece instanceof Uint8Array) pieces.push(piece);
      return { ...answer, body: '', pieces };
    }
    return { ...answer, body: await response.body.text() };
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

/** A request may wait for a connection, and the process may be frozen meanwhile. */
function askBeforeSending(beforeSend: () => void): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context) => {
        try {
          beforeSend();
        } catch (reason) {
          controller.abort(reason instanceof Error ? reason : new Error('Held back.'));
          return;
        }
        handler.onRequestStart?.(controller, context);
      },
      onResponseStart: (...start) => handler.onResponseStart?.(...start),
      onResponseData: (...data) => handler.onResponseData?.(...data),
      onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
      onResponseError: (...error) => handler.onResponseError?.(...error),
    });
}

const LONGEST_WAIT_MS = 5_000;

/** better-auth asks an OpenID provider with `fetch`, at the start too, which by itself would wait for five minutes. */
export function limitFetch(): void {
  const limits = { connectTimeout: LONGEST_WAIT_MS, headersTimeout: LONGEST_WAIT_MS, bodyTimeout: LONGEST_WAIT_MS };
  setGlobalDispatcher(new Agent(limits));
}
