import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import type { Customer } from '#contract/customer.ts';
import { buildSandbox } from '../../server/sandbox/app.ts';
import { openGateway } from '../open-gateway.ts';

export interface Desk {
  url: string;
  /** As `name=value` pairs. */
  cookie: string;
  /** The active ones by last name, as the list shows them. */
  customers: Customer[];
  /** Bytes of the list as a browser fetches it. */
  transfer: number;
  close: () => Promise<void>;
}

/** The built product, with the two pages it is compared with beside it, before so many customers. */
export async function openDesk(count: number): Promise<Desk> {
  const webRoot = mkdtempSync(join(tmpdir(), 'studio-desk-pages-'));
  cpSync(resolve('dist'), webRoot, { recursive: true });
  await buildPages(webRoot);
  const sandbox = await buildSandbox({
    // Seeding takes half a minute, and nothing here writes: the next run finds the same customers.
    file: join(tmpdir(), `studio-desk-bench-${count}.db`),
    customers: count,
    bookings: count,
    budgetPerMinute: 0,
  });
  const { id: clientId, secret: clientSecret } = sandbox.client;
  const baseUrl = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
  const reservie = { baseUrl, clientId, clientSecret };
  const gateway = await openGateway({ reservie, requestsPerMinute: 0, webRoot });
  const { url, cookie } = gateway;
  const headers = { cookie, 'accept-encoding': 'br' };
  // Every form of the list is made once, as on any morning.
  await fetch(`${url}/api/customers/first`, { headers });
  const columns = await fetch(`${url}/api/customers/columns`, { headers });
  await columns.arrayBuffer();
  const rows = (await (await fetch(`${url}/api/customers`, { headers })).json()) as { data: Customer[] };
  const { compare } = new Intl.Collator('en-GB');
  return {
    url,
    cookie,
    customers: rows.data
      .filter(({ archived, lastname }) => !archived && lastname !== '')
      .toSorted((a, b) => compare(a.lastname, b.lastname)),
    transfer: Number(columns.headers.get('content-length')),
    close: async () => {
      await gateway.close();
      await sandbox.close();
      rmSync(webRoot, { recursive: true, force: true });
    },
  };
}

async function buildPages(webRoot: string): Promise<void> {
  const root = join(import.meta.dirname, 'pages');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      target: 'es2023',
      outDir: webRoot,
      emptyOutDir: false,
      assetsDir: 'assets/rivals',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: ['floor', 'rival'].map((name) => join(root, `${name}.html`)) },
    },
  });
  const assets = join(webRoot, 'assets/rivals');
  for (const name of readdirSync(assets)) {
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(readFileSync(join(assets, name))));
  }
}
