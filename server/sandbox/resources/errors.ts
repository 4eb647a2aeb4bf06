/** An answer other than 200, sent as `{ error: code, message }` (docs/reservie-api.md, "Errors, limits, consistency"). */
export class ReservieFailure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** 404: it does not exist, or is not this studio's or this customer's. */
export class NotFound extends ReservieFailure {
  constructor(what: string) {
    super(404, 'not_found', `${what} not found`);
  }
}

/** 400: the request is well-formed, but what it asks for is not allowed. */
export class BadRequest extends ReservieFailure {
  constructor(message: string) {
    super(400, 'invalid_request', message);
  }
}
