import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

/** Each answered request, under its route: an address that leads nowhere counts as `none`. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    // A request line may hold any method that Node's parser knows; where none of ours is meant, its name says nothing.
    const { url: route } = routeOptions;
    const known = route === undefined ? { method: 'any', route: 'none' } : { method, route };
    metrics.requestEnded({ ...known, status: statusCode }, elapsedTime);
  });
}
