import type { ErrorCode, WireError } from '#contract/error.ts';
import { InvalidRequest } from '#kit/serve.ts';
import { isDatabaseAway } from '../store/database-away.ts';
import { Problem } from './problem.ts';

const STATUS: Record<ErrorCode, number> = {
  invalid_request: 400,
  not_signed_in: 401,
  not_found: 404,
  missing_scope: 403,
  forbidden: 403,
  two_factor_required: 403,
  conflict: 409,
  too_many_attempts: 429,
  rate_limited: 429,
  sign_in_unavailable: 502,
  reservie_refused: 502,
  reservie_malformed: 502,
  reservie_unavailable: 503,
  reservie_timeout: 504,
  database_unavailable: 503,
  internal: 500,
};

/** Fastify's own refusals, by status; its messages can quote the request, so none of them is passed on. */
const REFUSED_BY_SERVER: Record<number, string> = {
  400: 'The request could not be read.',
  // A folder, or a path that leads out of the served one.
  403: 'There is nothing at this address.',
  404: 'There is nothing at this address.',
  408: 'The request took too long to arrive.',
  413: 'The request is too large.',
  414: 'The address is too long.',
  415: 'Send JSON.',
  431: 'The request headers are too large.',
};

export interface WireAnswer {
  status: number;
  body: WireError;
}

/** The one place where an error becomes an answer: no stack, no upstream body, no value that was not meant to be shown. */
export function toWireError(error: unknown, requestId: string): WireAnswer {
  if (error instanceof InvalidRequest) {
    const { fields } = error;
    return { status: 400, body: { code: 'invalid_request', message: 'Some of this is not valid.', requestId, fields } };
  }
  if (error instanceof Problem) {
    const { fields, scope, retryAfterMs } = error.details;
    return {
      status: STATUS[error.code],
      body: {
        code: error.code,
        message: error.message,
        requestId,
        ...(fields && { fields }),
        ...(scope !== undefined && { scope }),
        ...(retryAfterMs !== undefined && { retryAfterMs: Math.ceil(retryAfterMs) }),
      },
    };
  }
  if (isDatabaseAway(error)) {
    const message = 'The database of Studio Desk does not answer. Try again in a moment.';
    return { status: 503, body: { code: 'database_unavailable', message, requestId, retryAfterMs: 2_000 } };
  }
  const status = statusCodeOf(error);
  const message = status === undefined ? undefined : REFUSED_BY_SERVER[status];
  if (status === undefined || message === undefined) {
    return { status: 500, body: { code: 'internal', message: 'Something went wrong in Studio Desk.', requestId } };
  }
  if (status === 403 || status === 404) return { status: 404, body: { code: 'not_found', message, requestId } };
  return { status, body: { code: 'invalid_request', message, requestId } };
}

function statusCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
