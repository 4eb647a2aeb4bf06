import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { reservie } from '#contract/reservie.ts';
import { describeApi } from './document.ts';
import { PAGE_POLICY, VIEWER_FILE, VIEWER_PATH, renderPage } from './page.ts';

/** `/openapi.json` for machines and `/docs` for people; no token needed. Made at the first request. */
export function registerDocs(app: FastifyInstance): void {
  let document: ReturnType<typeof describeApi> | undefined;
  const describe = () => (document ??= describeApi(reservie));

  app.get('/openapi.json', () => describe());
  app.get('/docs', (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', PAGE_POLICY)
      .send(renderPage(describe().info.title, '/openapi.json')),
  );
  app.get(VIEWER_PATH, (_, reply) => reply.type('text/javascript; charset=utf-8').send(createReadStream(VIEWER_FILE)));
}
