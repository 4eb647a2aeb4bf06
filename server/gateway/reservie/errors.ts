import { ReservieError } from '#contract/reservie.ts';
import { Problem } from '../http/problem.ts';

/** Assumed when Reservie says 429 without a Retry-After (docs/reservie-api.md, "Errors, limits, consistency"). */
const DEFAULT_RETRY_MS = 10_000;
const LONGEST_RETRY_MS = 3_600_000;
const LONGEST_MESSAGE = 200;

export interface UpstreamAnswer {
  status: number;
  /** Value of the Retry-After header. */
  retryAfter?: string | undefined;
  body: string;
  /** Instead of `body`, where it was asked for: the body as it arrived, piece by piece. */
  pieces?: Uint8Array[];
}

/** What a data call's status other than 2xx means. A 401 that gets here survived a renewed token. */
export function problemOfAnswer(answer: UpstreamAnswer, scope: string | undefined, now: number): Problem {
  const { status } = answer;
  const said = { upstreamStatus: status, ...upstreamMessage(answer.body) };
  if (status === 401) return refused(status);
  if (status === 403) {
    const name = scope ?? 'unknown';
    return new Problem('missing_scope', `The Reservie API client lacks the scope ${name}.`, { ...said, scope: name });
  }
  if (status === 404) return new Problem('not_found', 'Reservie has no such record, or not for this customer.', said);
  if (status === 429) {
    const retryAfterMs = parseRetryAfter(answer.retryAfter, now) ?? DEFAULT_RETRY_MS;
    return new Problem('rate_limited', 'Reservie asks us to slow down.', { ...said, retryAfterMs });
  }
  if (status >= 500) {
    const retryAfterMs = parseRetryAfter(answer.retryAfter, now);
    const details = retryAfterMs === undefined ? said : { ...said, retryAfterMs };
    return new Problem('reservie_unavailable', 'Reservie reports a fault of its own.', details);
  }
  if (status === 400 || status === 409 || status === 422) {
    return new Problem('invalid_request', 'Reservie does not accept this.', said);
  }
  return new Problem('reservie_malformed', `Reservie answered with the unexpected status ${status}.`, said);
}

/** What a failing `POST /token` means: wrong credentials are refused with 401 [assumed], or with another 4xx. */
export function problemOfTokenAnswer(answer: UpstreamAnswer, now: number): Problem {
  const { status } = answer;
  if (status === 400 || status === 401 || status === 403 || status === 422) return refused(status);
  if (status === 404) {
    return new Problem('reservie_malformed', 'There is no Reservie API at the configured address.', {
      upstreamStatus: status,
    });
  }
  return problemOfAnswer(answer, undefined, now);
}

function refused(upstreamStatus: number): Problem {
  return new Problem(
    'reservie_refused',
    'Reservie refuses this API client: it may be suspended, expired or have a new secret.',
    { upstreamStatus },
  );
}

export function malformed(problems: readonly string[] = []): Problem {
  const where = problems.length > 0 ? ` (${problems.join(', ')})` : '';
  return new Problem('reservie_malformed', `Reservie’s answer could not be read${where}.`);
}

const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);
const UNREADABLE = new Set(['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'UND_ERR_HEADERS_OVERFLOW']);

/** What an exception of undici means; its own message, which names addresses, stays here. */
export function problemOfException(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, name } = codeAndName(error);
  if (name === 'TimeoutError' || TIMEOUTS.has(code)) {
    return new Problem('reservie_timeout', 'Reservie did not answer in time.');
  }
  if (UNREADABLE.has(code) || name === 'HTTPParserError') return malformed();
  return new Problem('reservie_unavailable', 'Reservie cannot be reached.');
}

function codeAndName(error: unknown): { code: string; name: string } {
  if (!(error instanceof Error)) return { code: '', name: '' };
  return { code: 'code' in error && typeof error.code === 'string' ? error.code : '', name: error.name };
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3) → milliseconds from now, at most an hour. */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  // A fraction is against the rule, and clear all the same; Date.parse would make a year of it.
  const isSeconds = /^\d{1,9}(?:\.\d+)?$/.test(text);
  if (!isSeconds && !/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  const wait = isSeconds ? Math.ceil(Number(text) * 1000) : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_RETRY_MS);
}

function upstreamMessage(body: string): { upstreamMessage?: string } {
  try {
    const parsed = ReservieError.safeParse(JSON.parse(body));
    return parsed.success && parsed.data.message !== ''
      ? { upstreamMessage: parsed.data.message.slice(0, LONGEST_MESSAGE) }
      : {};
  } catch {
    return {};
  }
}
