import type { WireError } from '#contract/error.ts';
import { ContractError, HttpError, NetworkError, isChunkFailure } from './errors.ts';

export interface ErrorDescription {
  title: string;
  detail: string;
  /** Whether doing the same again can help. */
  canRetry: boolean;
  /** How long to wait before that, in milliseconds. */
  retryAfterMs?: number;
  /** What to quote to the operator of the gateway. */
  requestId?: string;
}

/** The only place that puts errors into words for staff. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof HttpError) {
    const description = describeWire(error.body);
    // There is no need to look into what passes by itself in seconds.
    return error.body.code === 'rate_limited' ? description : { ...description, requestId: error.body.requestId };
  }
  if (error instanceof NetworkError || isChunkFailure(error)) {
    return {
      title: 'Studio Desk cannot be reached',
      detail: 'Check the network connection of this computer. Nothing you typed is lost.',
      canRetry: true,
    };
  }
  if (error instanceof ContractError) {
    return {
      title: 'Studio Desk has been updated',
      detail: 'This page is older than the server it talks to. Reload it to go on.',
      canRetry: true,
    };
  }
  return { title: 'Something went wrong here', detail: 'Reload the page and try again.', canRetry: true };
}

function describeWire(body: WireError): ErrorDescription {
  switch (body.code) {
    case 'not_found':
      return {
        title: 'Not found',
        detail: 'Reservie does not know this. It may have been merged or deleted there.',
        canRetry: false,
      };
    case 'invalid_request':
      return { title: 'This is not accepted', detail: body.message, canRetry: false };
    case 'missing_scope':
      return {
        title: 'Not allowed by Reservie',
        detail: `The API client lacks the permission “${body.scope ?? 'unknown'}”. A manager can grant it in Reservie, under the API client’s scopes.`,
        canRetry: true,
      };
    case 'conflict':
      return { title: 'Changed in the meantime', detail: body.message, canRetry: false };
    case 'forbidden':
      return { title: 'Not allowed', detail: `${body.message} Ask a manager.`, canRetry: false };
    case 'two_factor_required':
      return { title: 'Two-factor sign-in comes first', detail: body.message, canRetry: true };
    case 'not_signed_in':
      return {
        title: 'You were signed out',
        detail: 'Nothing was changed. Once you have signed in, do it once more.',
        canRetry: true,
      };
    case 'too_many_attempts':
      return {
        title: 'Too many attempts',
        detail: body.message,
        canRetry: true,
        ...(body.retryAfterMs === undefined ? {} : { retryAfterMs: body.retryAfterMs }),
      };
    case 'sign_in_unavailable':
      return { title: 'Sign-in is not possible this way now', detail: body.message, canRetry: true };
    case 'rate_limited':
      return {
        title: 'Reservie asks us to slow down',
        detail: 'The studio’s request budget is used up for the moment.',
        canRetry: true,
        ...(body.retryAfterMs === undefined ? {} : { retryAfterMs: body.retryAfterMs }),
      };
    case 'reservie_refused':
      return {
        title: 'Reservie refuses our sign-in',
        detail:
          'The API client may be suspended or expired, or its secret was changed. A manager can check it in Reservie.',
        canRetry: true,
      };
    case 'reservie_unavailable':
      return {
        title: 'Reservie cannot be reached',
        detail: 'It does not answer, or answers with an error. This usually passes.',
        canRetry: true,
      };
    case 'reservie_timeout':
      return {
        title: 'Reservie is too slow',
        detail: 'It did not answer in time. This usually passes.',
        canRetry: true,
      };
    case 'reservie_malformed':
      return {
        title: 'Reservie’s answer cannot be read',
        detail:
          'It does not look as its documentation says. If this stays, tell the person who looks after Studio Desk.',
        canRetry: true,
      };
    case 'database_unavailable':
      return {
        title: 'Studio Desk is busy',
        detail: 'Its own database does not answer at the moment. This usually passes.',
        canRetry: true,
        ...(body.retryAfterMs === undefined ? {} : { retryAfterMs: body.retryAfterMs }),
      };
    case 'internal':
      return {
        title: 'Something went wrong in Studio Desk',
        detail: 'If this stays, tell the person who looks after Studio Desk.',
        canRetry: true,
      };
  }
}
