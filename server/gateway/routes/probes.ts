import type { FastifyInstance } from 'fastify';
import type { ReservieClient } from '../reservie/client.ts';

/** For whatever watches the process, not for browsers: outside the contract. */
export function probeRoutes(app: FastifyInstance, client: ReservieClient): void {
  const options = { config: { isOpenToProbes: true } };
  /** The process is up. */
  app.get('/healthz', options, () => ({ status: 'ok' }));
  /** Reservie grants us a token; otherwise the wire error says why not. */
  app.get('/readyz', options, async () => {
    await client.checkAccess();
    return { status: 'ready' };
  });
}
