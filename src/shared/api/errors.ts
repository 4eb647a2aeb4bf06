import type { WireError } from '#contract/error.ts';

/** The gateway answered, and said no. */
export class HttpError extends Error {
  readonly status: number;
  readonly body: WireError;

  constructor(status: number, body: WireError) {
    super(body.message);
    this.name = 'HttpError';
    this.status = status;
    this.body = body;
  }
}

/** The gateway did not answer: no network, no server, or no answer in time. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('The server did not answer', { cause });
    this.name = 'NetworkError';
  }
}

/** The gateway answered something else than the contract says, as it may after an update under an open page. */
export class ContractError extends Error {
  constructor(what: string, cause?: unknown) {
    super(`Unexpected answer: ${what}`, { cause });
    this.name = 'ContractError';
  }
}

/** A part of the page itself could not be fetched; only a reload asks for it again. */
export function isChunkFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkError';
}

export function isNotFound(error: unknown): boolean {
  return error instanceof HttpError && error.body.code === 'not_found';
}

/** A read is worth repeating when there was no answer or the fault is on the far side; never when the request is wrong. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof NetworkError || (error instanceof HttpError && error.status >= 500);
}

/** Trouble between the gateway and Reservie, which concerns more than the panel that met it. */
export function isReservieTrouble(error: unknown): boolean {
  return error instanceof HttpError && RESERVIE_TROUBLE.has(error.body.code);
}

const RESERVIE_TROUBLE = new Set<string>([
  'missing_scope',
  'rate_limited',
  'reservie_refused',
  'reservie_unavailable',
  'reservie_timeout',
]);

const listeners = new Set<() => void>();

/** Calls back whenever an answer says that no user is signed in any more. */
export function onSignedOut(listener: () => void): void {
  listeners.add(listener);
}

/** Tells of it if this failure says so; code that reads answers of the gateway passes its failures here. */
export function noticeSignedOut(failure: Error): void {
  if (!(failure instanceof HttpError) || failure.body.code !== 'not_signed_in') return;
  for (const listener of listeners) listener();
}
