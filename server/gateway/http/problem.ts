import type { ErrorCode } from '#contract/error.ts';

export interface ProblemDetails {
  /** Field name → what is wrong with it. May show a value to the staff member; never logged. */
  fields?: Record<string, string>;
  /** The Reservie scope that is missing. */
  scope?: string;
  retryAfterMs?: number;
  /** The HTTP status Reservie answered with. */
  upstreamStatus?: number;
  /** What Reservie said; may be shown, never logged and never relied on. */
  upstreamMessage?: string;
  /** The connection ended before the answer to a write, or Reservie failed on the way to it: it may have been done. */
  isUnclear?: boolean;
}

/** Everything that may end a request other than with its answer. `message` is a plain sentence without personal data. */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly details: ProblemDetails;

  constructor(code: ErrorCode, message: string, details: ProblemDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Held back here, by the budget or the circuit breaker: it never reached Reservie, so nothing can have been done. */
export class NotSent extends Problem {}
