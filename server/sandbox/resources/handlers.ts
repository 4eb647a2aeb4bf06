import type { Handlers } from '#contract/endpoint.ts';
import type { reservie } from '#contract/reservie.ts';
import type { Clock } from '#kit/clock.ts';
import type { ServeContext } from '#kit/serve.ts';
import type { Database } from '../db/open.ts';
import { createCustomerHandlers } from './customer-resources.ts';
import { createStudioHandlers } from './studio-resources.ts';

/** Every endpoint of the API but the token: authentication is the app's. Throws ReservieFailure. */
export function createHandlers(
  database: Database,
  clock: Clock,
): Omit<Handlers<typeof reservie, ServeContext>, 'createToken'> {
  return { ...createCustomerHandlers(database, clock), ...createStudioHandlers(database, clock) };
}
