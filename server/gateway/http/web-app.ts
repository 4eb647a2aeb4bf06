import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { AT_HAND_ID, CUSTOMER_OF_PAGE_ID } from '#contract/at-hand.ts';
import { gateway } from '#contract/gateway.ts';
import type { ServeContext } from '#kit/serve.ts';
import { admitsHtml } from './admits-html.ts';
import { sendNotFound } from './answer-problems.ts';
import type { PageAtHand } from './at-hand.ts';
import { chooseEncoding, compress } from './encodings.ts';
import { openOutline } from './outline-of-customer.ts';
import { type FirstScreen, firstScreenOf } from './first-reads.ts';
import { Manifest, PageChunks } from './page-chunks.ts';
import { drawFirstRows } from './outline-rows.ts';
import { fillPage } from './page-template.ts';

/** Written by the build (vite.config.ts): `/customers/$customerId/notes`, … */
const PageAddresses = z.array(z.string().check(z.startsWith('/')));

export interface WebAppOptions {
  /** Folder of the built single page application. */
  webRoot: string;
  /** What every page would ask for first; nothing for a request without a session. May fail: the page then asks. */
  readAtHand: (context: ServeContext, screen: FirstScreen) => Promise<PageAtHand | undefined>;
}

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
    // What strings may become is said in index.html, once.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join(';');
}

/**
 * Serves the built single page application: its files, and its one page under every address that is a page's. A browser
 * gets the page under any other address too, with the status 404; the page then says that there is no such page.
 */
export async function serveWebApp(app: FastifyInstance, { webRoot, readAtHand }: WebAppOptions): Promise<void> {
  const page = await readFile(join(webRoot, 'index.html'), 'utf8');
  const addresses = JSON.parse(await readFile(join(webRoot, '.vite/pages.json'), 'utf8')) as unknown;
  const isPage = matchAddresses(PageAddresses.parse(addresses));

  const manifest = JSON.parse(await readFile(join(webRoot, '.vite/manifest.json'), 'utf8')) as unknown;
  const chunks = new PageChunks(Manifest.parse(manifest), page);
  const drawCustomer = await openOutline(webRoot);

  async function sendPage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const nonce = randomBytes(16).toString('base64url');
    const path = pathOf(request);
    const screen = firstScreenOf(path, request.url.slice(path.length));
    const atHand = await readAtHand({ request, reply }, screen).catch((error: unknown) => {
      request.log.warn({ err: error }, 'a page goes out without what was to come with it');
      return undefined;
    });
    const shown = showFirst(screen, atHand, drawTab(request, atHand));
    reply
      .header('content-security-policy', contentPolicy(nonce))
      // With a session it holds personal data.
      .header('cache-control', atHand ? 'no-store' : 'no-cache')
      .type('text/html; charset=utf-8');
    const text = fillPage(page, { nonce, ...shown, ...chunks.filesFor(path) });
    // What the length tells is of no use to another website (BREACH): no session comes with its requests (SameSite=Strict).
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.send(await compress(Buffer.from(text), encoding));
  }

  /** A page without its rows is a page all the same. */
  function drawTab(request: FastifyRequest, atHand: PageAtHand | undefined): string | undefined {
    try {
      return atHand?.customer && drawCustomer(atHand.customer, atHand);
    } catch (error) {
      request.log.warn({ err: error }, 'a page goes out without its rows');
      return undefined;
    }
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

  function answerAddress(request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> {
    reply.header('vary', 'accept, accept-encoding');
    const { accept } = request.headers;
    if (!isRead(request) || !admitsHtml(accept)) return sendNotFound(request, reply);
    if (isPage(pathOf(request))) return sendPage(request, reply);
    // A programme that takes anything gets the error in JSON; only a browser asks for HTML by name.
    const isBrowser = accept?.includes('text/html') ?? false;
    return isBrowser && !isProgrammes(request) ? sendPage(request, reply.code(404)) : sendNotFound(request, reply);
  }
}

/** What stands on the page before React has drawn it, and what it asks for ahead of that. */
function showFirst(screen: FirstScreen, pageAtHand: PageAtHand | undefined, tab: string | undefined) {
  // A link on another website brings no cookie along (SameSite=Strict): whether a session exists only the page can ask.
  if (!pageAtHand) return { outline: 'none' as const, reads: [] };
  const { customer, ...atHand } = pageAtHand;
  const { outline, isTopOfList } = screen;
  const list = atHand.first && drawFirstRows(atHand.first, atHand.studio.locale);
  const reads = [
    ...screen.reads,
    ...(isTopOfList && !atHand.first ? [gateway.listFirstCustomers.path] : []),
    ...(customer ? [] : screen.recordReads),
  ];
  return { outline, list, tab, reads, data: { [AT_HAND_ID]: atHand, [CUSTOMER_OF_PAGE_ID]: customer } };
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
