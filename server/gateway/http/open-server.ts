import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { answerProblems, sendProblem, sendUnreadable } from './answer-problems.ts';
import { guardRequests } from './guard-requests.ts';
import { type LogOptions, logAnswers, loggerOptions } from './request-log.ts';

const LARGEST_BODY = 16 * 1024;
/** What no page of ours uses, so that nothing that got into one can. Copying to the clipboard is used. */
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');
/** A request that has not arrived by then is cut, whatever it still sends. */
const LONGEST_REQUEST_MS = 30_000;
/** How often Node.js looks for such requests, at the most. */
const LOOK_FOR_SLOW_MS = 2_000;

export interface ServerOptions {
  /** Addresses and networks whose X-Forwarded-For is believed; without any, none is. */
  trustedProxies?: readonly string[];
  /** Names, besides loopback's, that browsers reach this gateway under. */
  publicHosts?: readonly string[];
  publicUrl: string | undefined;
  /** Silent when left out. */
  log?: LogOptions;
  /** How long a request may take to arrive; half a minute when left out. */
  longestRequestMs?: number;
}

/** The server without routes: what is true of every request and every answer. */
export async function openServer(options: ServerOptions) {
  const { trustedProxies = [], publicHosts = [], publicUrl, log, longestRequestMs = LONGEST_REQUEST_MS } = options;
  const app: FastifyInstance = fastify({
    logger: loggerOptions(log),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: LARGEST_BODY,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: longestRequestMs,
    http: {
      connectionsCheckingInterval: Math.min(longestRequestMs, LOOK_FOR_SLOW_MS),
      // Node.js exchanges the two when the time for the head, a minute by default, is the longer one: a body had a minute.
      headersTimeout: longestRequestMs,
    },
    rewriteUrl: ({ url = '/' }) => toDecodable(toPath(url)),
    // While closing, a request on an open connection is still answered, instead of refused in another shape.
    return503OnClosing: false,
    clientErrorHandler: sendUnreadable,
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  });
  app.removeContentTypeParser('text/plain');
  endConnectionsWhenClosing(app);
  answerProblems(app);
  logAnswers(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    // Whatever may be kept says so itself.
    reply.header('cache-control', 'no-store');
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // The gateway itself speaks plain HTTP; whatever ends TLS before it knows whether this header is true.
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
    // With helmet's opener policy it isolates our pages: only those may share memory with a worker (shared-answer.ts).
    crossOriginEmbedderPolicy: true,
  });
  app.addHook('onRequest', async (_, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
  });
  guardRequests(app, { publicHosts, publicUrl });
  return app;
}

/** A request may name the whole address, as clients of a proxy do (RFC 9112, 3.2.2): here it is the path of ours. */
function toPath(url: string): string {
  return url.startsWith('/') ? url : url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/');
}

/** A mangled address is an address all the same: its percent signs are taken literally, and it leads nowhere. */
function toDecodable(url: string): string {
  const [path = '', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}

/** A connection that a browser keeps open would otherwise hold the end back until it is idle for long enough. */
function endConnectionsWhenClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}
