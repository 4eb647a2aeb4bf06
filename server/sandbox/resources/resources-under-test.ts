import fastify from 'fastify';
import { type Answer, type Call, type Endpoint, toUrl } from '#contract/endpoint.ts';
import { reservie } from '#contract/reservie.ts';
import { serve } from '#kit/serve.ts';
import { answerErrors } from '../answer-errors.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { seed } from '../db/seed/seed.ts';
import { createHandlers } from './handlers.ts';

export interface ResourcesUnderTest {
  database: Database;
  /** Sets the clock. */
  setNow(instant: string): void;
  /** The status and the body as they are on the wire. */
  send(url: string, write?: { method: 'PUT'; payload: object }): Promise<{ status: number; body: unknown }>;
  /** Calls an endpoint by its contract; throws when it answers anything but 200. */
  ask<E extends Endpoint>(endpoint: E, call: Call<E>): Promise<Answer<E>>;
}

/** The resources alone, without tokens, budgets and faults: for tests that ask what an endpoint answers. */
export function openResources(options: { customers: number; bookings?: number; now: string }): ResourcesUnderTest {
  let now = Date.parse(options.now);
  const database = openDatabase(':memory:');
  seed(database, { ...options, now });

  const app = fastify();
  answerErrors(app);
  const { createToken: _, ...resources } = reservie;
  serve(
    app,
    resources,
    createHandlers(database, () => now),
  );

  async function send(url: string, write?: { method: 'PUT'; payload: object }) {
    const response = await app.inject({ url, ...write });
    return { status: response.statusCode, body: response.json<unknown>() };
  }

  return {
    database,
    setNow: (instant) => {
      now = Date.parse(instant);
    },
    send,
    ask: async <E extends Endpoint>(endpoint: E, call: Call<E>) => {
      const { params, query }: { params?: Record<string, unknown>; query?: Record<string, unknown> } = call;
      const { status, body } = await send(toUrl(endpoint.path, params, query));
      if (status !== 200) throw new Error(`${endpoint.path} answered ${status}: ${JSON.stringify(body)}`);
      // The schema that parsed it is this endpoint's own.
      return endpoint.answer.parse(body) as Answer<E>;
    },
  };
}
