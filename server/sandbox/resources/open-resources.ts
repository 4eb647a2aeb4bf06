import fastify, { type FastifyInstance } from 'fastify';
import { reservie } from '#contract/reservie.ts';
import type { Clock } from '#kit/clock.ts';
import { InvalidRequest, serve } from '#kit/serve.ts';
import type { Database } from '../db/open.ts';
import { ReservieFailure } from './errors.ts';
import { createHandlers } from './handlers.ts';

/** The resources alone, without tokens, budgets and faults: for tests that ask what an endpoint answers. */
export function openResources(database: Database, clock: Clock): FastifyInstance {
  const app = fastify();
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ReservieFailure) return reply.code(error.status).send({ error: error.code });
    return reply.code(error instanceof InvalidRequest ? 400 : 500).send({ error: String(error) });
  });
  const { createToken: _, ...resources } = reservie;
  serve(app, resources, createHandlers(database, clock));
  return app;
}
