import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

/** The member of staff whose request caused what is running now; nothing for what the gateway does by itself. */
export const askingStaff = new AsyncLocalStorage<string | undefined>();

/** Remembers for each request who asks, for as long as it is worked on. */
export function rememberAskingStaff(app: FastifyInstance): void {
  app.addHook('preHandler', ({ staff }, _, next) => askingStaff.run(staff?.id, next));
}
