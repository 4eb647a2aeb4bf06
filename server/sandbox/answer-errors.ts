import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { ReservieError } from '#contract/reservie.ts';
import { InvalidRequest } from '#kit/serve.ts';
import { ReservieFailure } from './resources/errors.ts';

/** What fails before there is a route: an address that cannot be read, a path segment without end. */
export function answerUnroutable(reply: FastifyReply): void {
  void reply.code(400).send(body('invalid_request', 'The address is not valid'));
}

/** Answers every failure as JSON in Reservie's error shape, unknown paths included. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0];
    return reply.code(404).send(body('not_found', `There is no ${request.method} ${path}`));
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof ReservieFailure) return reply.code(error.status).send(body(error.code, error.message));
    if (error instanceof InvalidRequest) return answerInvalid(error, Object.keys(request.params ?? {}), reply);
    if (error.statusCode === 413) return reply.code(413).send(body('too_large', 'The request body is too large'));
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return reply.code(400).send(body('invalid_request', error.message));
    }
    request.log.error(error);
    return reply.code(500).send(body('internal_error', 'The sandbox failed; see its log'));
  });
}

/** An id that no record can have is 404, as any other id that does not exist (docs/reservie-api.md, "Bookings"). */
function answerInvalid(error: InvalidRequest, pathParameters: readonly string[], reply: FastifyReply): unknown {
  const fields = Object.entries(error.fields);
  if (fields.every(([field]) => pathParameters.includes(field))) {
    return reply.code(404).send(body('not_found', `There is no such ${fields.map(([field]) => field).join(', ')}`));
  }
  const problems = fields.map(([field, problem]) => `${field}: ${problem}`);
  return reply.code(400).send(body('invalid_request', problems.join('; ')));
}

function body(error: string, message: string): ReservieError {
  return { error, message };
}
