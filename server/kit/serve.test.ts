import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { endpoint } from '#contract/endpoint.ts';
import { serve } from './serve.ts';

test('a client that leaves in the middle of a stream is no fault of ours', async () => {
  const app = fastify();
  const faults: unknown[] = [];
  app.setErrorHandler((error, _request, reply) => {
    faults.push(error);
    void reply.send();
  });
  const handled = new EventEmitter();
  const body = new Readable({ read: () => undefined });
  body.push('first');
  const table = { watch: endpoint({ method: 'GET', path: '/watch', summary: 'Watch.', answer: z.never() }) };
  serve(
    app,
    table,
    { watch: (_input, { reply }) => reply.type('text/event-stream').send(body) as never },
    {
      around: async (_call, run) => {
        const answer = await run();
        // What follows in `serve` runs in the same turn.
        setImmediate(() => handled.emit('end'));
        return answer;
      },
    },
  );
  await app.listen({ port: 0 });
  const client = request({ port: (app.server.address() as AddressInfo).port, path: '/watch' });
  client.on('error', () => undefined);
  client.end();
  await once(client, 'response');
  const end = once(handled, 'end');
  client.destroy();
  await end;
  expect(faults).toEqual([]);
  await app.close();
});
