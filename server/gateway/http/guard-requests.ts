import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface GuardOptions {
  /** Names, besides loopback's, that browsers reach this gateway under. */
  publicHosts: readonly string[];
  /** Where browsers find the gateway; with https, nothing that came by http may write. */
  publicUrl?: string | undefined;
}

/**
 * Answers only under names that are ours, so that a website cannot reach a gateway in the local network by pointing
 * its own name at it; answers data only to our own pages, and lets only them write. What a request asks for is decided
 * by the route that it matched: the same address can be spelt in many ways.
 */
export function guardRequests(app: FastifyInstance, { publicHosts, publicUrl }: GuardOptions): void {
  const names = new Set([...LOOPBACK, ...publicHosts.map((name) => name.toLowerCase())]);
  const secureHost = publicUrl?.startsWith('https:') ? new URL(publicUrl).host : undefined;
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.isOpenToProbes) return;
    if (!names.has(hostnameOf(request.headers.host))) {
      throw new Problem('forbidden', 'Studio Desk does not answer under this name.');
    }
    if (!isSameOrigin(request, secureHost)) throw new Problem('forbidden', 'This request came from another website.');
  });
}

function hostnameOf(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
}

/**
 * Browsers send Sec-Fetch-Site with every request and Origin with every write; a write that has neither is refused. A
 * page may not set either. Origin can be `null` for our own page, which sends no referrer (Fetch, 3.2, "Origin").
 */
function isSameOrigin(request: FastifyRequest, secureHost: string | undefined): boolean {
  const { method, headers, routeOptions, is404 } = request;
  const isRead = SAFE_METHODS.has(method);
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') {
    if (routeOptions.config.isLandedOn) return isRead && headers['sec-fetch-mode'] === 'navigate';
    // Typed into the address bar, or a link from elsewhere to a page: pages, not data.
    return isRead && (site === 'none' || is404 || routeOptions.config.isPage === true);
  }
  if (isRead) return true;
  const { origin } = headers;
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  return isOwnOrigin(origin, request, secureHost);
}

/** The gateway sees plain HTTP behind a proxy that it was not told to trust: https is then believed, never the reverse. */
function isOwnOrigin(origin: string, { headers, protocol }: FastifyRequest, secureHost: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol: scheme, host } = new URL(origin);
  if (host !== headers.host?.toLowerCase()) return false;
  return scheme === 'https:' || (scheme === 'http:' && protocol !== 'https' && host !== secureHost);
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Health probes ask under whatever address they know. They learn nothing. */
    isOpenToProbes?: boolean;
    /** Browsers come here from another website, led by the OpenID provider. */
    isLandedOn?: boolean;
    /** The page itself and its files: links from elsewhere lead there, and they hold nothing about customers. */
    isPage?: boolean;
  }
}
