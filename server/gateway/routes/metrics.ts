import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics/metrics.ts';
import { Problem } from '../http/problem.ts';

/** For Prometheus, not for browsers: outside the contract, and only for clients that know the token. */
export function metricsRoute(app: FastifyInstance, metrics: Metrics, token: string): void {
  const expected = digest(`Bearer ${token}`);
  app.get('/metrics', { config: { isOpenToProbes: true } }, async ({ headers }, reply) => {
    if (!timingSafeEqual(digest(headers.authorization ?? ''), expected)) {
      throw new Problem('not_signed_in', 'Send the metrics token.');
    }
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.read());
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
