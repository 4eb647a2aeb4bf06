import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { distortAnswer } from './distort-answer.ts';
import { type OtherUser, disturbCall } from './disturb-call.ts';
import type { Faults, Hit } from './faults.ts';
import type { StaleReads } from './stale-reads.ts';

/** Puts the faults into a scope of routes: around the transport, into the answer, into the bytes of the answer. */
export function installFaults(app: FastifyInstance, faults: Faults, stale: StaleReads, otherUser: OtherUser): void {
  const hits = new WeakMap<FastifyRequest, Hit[]>();
  const hitsOf = (request: FastifyRequest) => hits.get(request) ?? [];

  app.addHook('onRequest', async (request, reply) => {
    const { endpoint } = request.routeOptions.config;
    if (endpoint === undefined) return;
    hits.set(request, faults.hit(endpoint));
    await disturb('before', hitsOf(request), otherUser, request, reply);
  });

  app.addHook('preSerialization', async (request, reply, payload) => {
    if (reply.statusCode !== 200) return payload;
    await disturb('after', hitsOf(request), otherUser, request, reply);
    return hitsOf(request).reduce<unknown>(
      (answer, hit) => (hit.fault.kind === 'lag' ? stale.asOf(hit.fault.ms, answer) : distortAnswer(answer, hit)),
      payload,
    );
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    const kinds = reply.statusCode === 200 ? hitsOf(request).map(({ fault }) => fault.kind) : [];
    // A hijacked reply is never finished here: its connection hangs, is reset, or ends half way.
    if (reply.sent) return;
    if (typeof payload !== 'string') done(null, payload);
    else if (kinds.includes('truncate')) sendHalf(reply, payload);
    else done(null, kinds.includes('malformed-json') ? payload.replace(/\}$/, ',') : payload);
  });
}

async function disturb(
  phase: 'before' | 'after',
  hits: readonly Hit[],
  otherUser: OtherUser,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  for (const hit of hits) {
    if (reply.sent || !('when' in hit.fault) || hit.fault.when !== phase) continue;
    // One after the other: latency first, then a reset, is what the order of the faults says.
    await disturbCall(hit, otherUser, request, reply);
  }
}

/** Promises the whole body, sends half of it, and closes the connection once that half has left. */
function sendHalf(reply: FastifyReply, payload: string): void {
  const body = Buffer.from(payload);
  reply.hijack();
  reply.raw.writeHead(reply.statusCode, { 'content-type': 'application/json', 'content-length': body.length });
  reply.raw.write(body.subarray(0, Math.floor(body.length / 2)), () => reply.raw.destroy());
}
