import type { FastifyInstance } from 'fastify';
import type { Clock } from '#kit/clock.ts';
import { inTime } from '#kit/in-time.ts';
import type { ReservieClient } from '../reservie/client.ts';
import { checkDatabase, shareCheck } from '../store/check-database.ts';
import { DatabaseAway } from '../store/database-away.ts';
import type { Store } from '../store/store.ts';

/** A probe that waits longer tells no more. */
const LONGEST_CHECK_MS = 2_000;

/** For whatever watches the process, not for browsers: outside the contract. `clock` tells how old an answer is. */
export function probeRoutes(app: FastifyInstance, client: ReservieClient, store: Store, clock: Clock): void {
  const check = shareCheck(() => inTime(checkDatabase(store), LONGEST_CHECK_MS), clock);
  const options = { config: { isOpenToProbes: true } };
  /** The process is up. */
  app.get('/healthz', options, () => ({ status: 'ok' }));
  /** The database can be read and written, and Reservie grants us a token; otherwise the wire error says why not. */
  app.get('/readyz', options, async () => {
    await check().catch((error: unknown) => {
      throw new DatabaseAway(error);
    });
    await client.checkAccess();
    return { status: 'ready' };
  });
}
