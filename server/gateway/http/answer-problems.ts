import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';
import { toWireError } from './wire-error.ts';

/** Every error of the gateway leaves through here, in the one wire shape. */
export function answerProblems(app: FastifyInstance): void {
  app.decorateRequest('code', undefined);
  app.setErrorHandler(sendProblem);
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body } = toWireError(error, request.id);
  request.code = body.code;
  if (body.code === 'internal') request.log.error({ err: error }, 'our own fault');
  if (body.retryAfterMs !== undefined) reply.header('retry-after', String(Math.ceil(body.retryAfterMs / 1000)));
  for (const name of ['etag', 'content-encoding', 'vary']) reply.removeHeader(name);
  return reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(body);
}

export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(new Problem('not_found', 'There is nothing at this address.'), request, reply);
}

/** What is not even HTTP has no request to reply to. */
export function sendUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const statusCode = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const { status, body } = toWireError(Object.assign(new Error('unreadable'), { statusCode }), randomUUID());
  const text = JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(text)}`,
      'cache-control: no-store',
      'connection: close',
      '',
      text,
    ].join('\r\n'),
  );
}
