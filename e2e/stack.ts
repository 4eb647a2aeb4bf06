import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#kit/clock.ts';
import { buildGateway } from '../server/gateway/app.ts';
import { makeTestDatabase } from '../server/gateway/testing/test-database.ts';
import { type Sandbox, buildSandbox } from '../server/sandbox/app.ts';
import { copyDatabase } from '../server/sandbox/testing/seeded-database.ts';

const ANY_PORT = { host: '127.0.0.1', port: 0 };

export interface StackOptions {
  /** A data file that is copied; without one, the sandbox seeds a new file. */
  template?: string;
  /** How long the gateway waits for one answer of the sandbox, in milliseconds. */
  timeoutMs?: number;
  /** How long a request waits for its turn, in milliseconds. */
  patienceMs?: number;
  /** The gateway's; the system's by default. */
  clock?: Clock;
  /** Without the built page, for tests without a browser. */
  isApiOnly?: boolean;
  /** Of the sandbox and of the gateway alike; 0, no limit, by default. */
  requestsPerMinute?: number;
  /** `demo` by default. `live`: as for a real studio that has no staff yet. */
  mode?: 'demo' | 'live';
}

/** A sandbox and a gateway, which serves the built page unless it is asked not to, in this process, with data of their own. */
export interface Stack {
  /** Where a browser finds the product. */
  url: string;
  /** To look at, or to make misbehave. */
  sandbox: Sandbox;
  gateway: FastifyInstance;
  /** The path of a link for the first manager, as the console shows it; nothing once there is one. */
  makeSetUpLink: () => Promise<string | undefined>;
  stopSandbox: () => Promise<void>;
  stopGateway: () => Promise<void>;
  close: () => Promise<void>;
}

/** Throws when the page has not been built (`npm run build`). */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { template, timeoutMs, patienceMs, clock, isApiOnly = false, requestsPerMinute = 0, mode = 'demo' } = options;
  const webRoot = isApiOnly ? undefined : findBuiltPage();
  const folder = mkdtempSync(join(tmpdir(), 'studio-desk-'));
  const file = join(folder, 'sandbox.db');
  if (template !== undefined) copyDatabase(template, file);

  const sandbox = await buildSandbox({ file, budgetPerMinute: requestsPerMinute });
  const { id: clientId, secret: clientSecret } = sandbox.client;
  const database = await makeTestDatabase();
  const gateway = await buildGateway({
    reservie: { baseUrl: await sandbox.app.listen(ANY_PORT), clientId, clientSecret },
    store: database.options,
    accounts: { secret: 'a-secret-for-journeys-of-32-characters' },
    requestsPerMinute,
    mode,
    timeZone: 'Europe/London',
    ...(webRoot !== undefined && { webRoot }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(patienceMs !== undefined && { patienceMs }),
    ...(clock !== undefined && { clock }),
  });
  const url = await gateway.listen(ANY_PORT);

  const stopSandbox = once(() => sandbox.close());
  const stopGateway = once(() => gateway.close());
  return {
    url,
    sandbox,
    gateway,
    makeSetUpLink: () => gateway.makeSetUpLink(),
    stopSandbox,
    stopGateway,
    close: async () => {
      await stopGateway();
      await stopSandbox();
      await database.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findBuiltPage(): string {
  const webRoot = resolve('dist');
  if (!existsSync(join(webRoot, 'index.html'))) throw new Error('Build the page first: npm run build');
  return webRoot;
}

function once(stop: () => Promise<void>): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => (stopped ??= stop());
}
