import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { admitsHtml } from './admits-html.ts';
import { sendNotFound } from './answer-problems.ts';

/** Written by the build (vite.config.ts): `/customers/$customerId/notes`, … */
const PageAddresses = z.array(z.string().check(z.startsWith('/')));

const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * What pages and their workers may do (a worker obeys the policy its own script came with). React and Mantine set
 * styles through the CSSOM, which no policy restricts, and put a nonce on the style elements they make.
 */
function contentPolicy(nonce?: string): string {
  const own = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${own}`,
    `style-src ${own}`,
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join(';');
}

/**
 * Serves the built single page application: its files, and its one page under every address that is a page's. A browser
 * gets the page under any other address too, with the status 404; the page then says that there is no such page.
 */
export async function serveWebApp(app: FastifyInstance, webRoot: string): Promise<void> {
  const page = await readFile(join(webRoot, 'index.html'), 'utf8');
  const addresses = JSON.parse(await readFile(join(webRoot, '.vite/pages.json'), 'utf8')) as unknown;
  const isPage = matchAddresses(PageAddresses.parse(addresses));

  function sendPage(reply: FastifyReply): FastifyReply {
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .header('content-security-policy', contentPolicy(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_PLACEHOLDER, nonce));
  }

  await app.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...route.config, isPage: true };
    });
    await files.register(fastifyStatic, {
      root: webRoot,
      index: false,
      // Made by the build (vite.config.ts).
      preCompressed: true,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Names of built assets change with their content.
        const isHashed = path.startsWith(join(webRoot, 'assets'));
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        reply.header('content-security-policy', contentPolicy());
      },
    });
  });
  // The files' own handler would answer these two.
  for (const url of ['/', '/index.html']) app.get(url, { config: { isPage: true } }, answerAddress);
  app.setNotFoundHandler(answerAddress);

  function answerAddress(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    reply.header('vary', 'accept');
    const { accept } = request.headers;
    if (!isRead(request) || !admitsHtml(accept)) return sendNotFound(request, reply);
    if (isPage(pathOf(request))) return sendPage(reply);
    // A programme that takes anything gets the error in JSON; only a browser asks for HTML by name.
    const isBrowser = accept?.includes('text/html') ?? false;
    return isBrowser && !isProgrammes(request) ? sendPage(reply.code(404)) : sendNotFound(request, reply);
  }
}

function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

function pathOf({ url }: FastifyRequest): string {
  return url.replace(/[?#].*$/, '');
}

/** Whether an address is of a kind that only programmes ask for. */
function isProgrammes({ url }: FastifyRequest): boolean {
  return /^\/(?:api|assets)(?:[/?]|$)/i.test(url);
}

function matchAddresses(addresses: readonly string[]): (path: string) => boolean {
  const patterns = ['/index.html', ...addresses].map((address) =>
    address
      .split('/')
      .map((segment) => (segment.startsWith('$') ? '[^/]+' : segment.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))
      .join('/'),
  );
  const pattern = new RegExp(`^(?:${patterns.join('|')})/?$`);
  return (path) => pattern.test(path);
}
