import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Answers only under names that are ours, so that a website cannot reach a gateway in the local network by pointing
 * its own name at it; answers the API only to our own pages; lets nobody else write.
 */
export function guardRequests(app: FastifyInstance, publicHosts: readonly string[]): void {
  const names = new Set([...LOOPBACK, ...publicHosts.map((name) => name.toLowerCase())]);
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.isOpenToProbes) return;
    if (!names.has(hostnameOf(request.headers.host))) {
      throw new Problem('forbidden', 'Studio Desk does not answer under this name.');
    }
    if (!isSameOrigin(request)) throw new Problem('forbidden', 'This request came from another website.');
  });
}

function hostnameOf(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
}

/**
 * Browsers send Sec-Fetch-Site with every request and Origin with every write; a write that has neither is refused. A
 * page may not set either. Origin can be `null` for our own page, which sends no referrer (Fetch, 3.2, "Origin").
 */
function isSameOrigin({ method, headers, url, routeOptions }: FastifyRequest): boolean {
  const isRead = SAFE_METHODS.has(method);
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') {
    if (routeOptions.config.isLandedOn) return isRead && headers['sec-fetch-mode'] === 'navigate';
    // Typed into the address bar, or a link from elsewhere to a page: pages, not data.
    return isRead && (site === 'none' || !url.startsWith('/api'));
  }
  if (isRead) return true;
  const { origin, host } = headers;
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Health probes ask under whatever address they know. They learn nothing. */
    isOpenToProbes?: boolean;
    /** Browsers come here from another website, led by the OpenID provider. */
    isLandedOn?: boolean;
  }
}
