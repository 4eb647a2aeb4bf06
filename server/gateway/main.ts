import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildGateway } from './app.ts';
import { readOrMakeSecret } from './accounts/secrets.ts';
import { limitFetch } from './reservie/transport.ts';
import { type GatewayConfig, readConfig } from './config/config.ts';
import { type DemoSandbox, startDemoSandbox } from './demo-sandbox.ts';
import { ConfigError } from './config/env.ts';
import { explainStart } from './config/explain-start.ts';

const WEB_ROOT = join(import.meta.dirname, '../../dist');
/** A call to Reservie that is under way may end, within this time. */
const LONGEST_GOODBYE_MS = 10_000;

/** `--api-only`: Vite serves the page (`npm run dev`). */
const isApiOnly = process.argv.includes('--api-only');

limitFetch();

try {
  await run(readConfig(process.env));
} catch (error) {
  const sentence = explainStart(error);
  if (sentence === undefined) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

async function run(config: GatewayConfig): Promise<void> {
  if (!isApiOnly && !existsSync(join(WEB_ROOT, 'index.html'))) {
    throw new ConfigError('The page is not built yet: `npm start` builds and starts it.');
  }
  const { database, authSecret, trustedProxies, ...accounts } = config.accounts;
  let demo: DemoSandbox | undefined;
  const app = await buildGateway({
    reservie: config.reservie ?? (() => demo?.account()),
    mode: config.reservie ? 'live' : 'demo',
    requestsPerMinute: config.requestsPerMinute,
    timeZone: config.timeZone,
    locale: config.locale,
    links: config.links,
    publicHosts: config.publicHosts,
    store: 'file' in database ? { ...database, isOnlyProcess: true } : database,
    accounts: { ...accounts, secret: authSecret ?? readOrMakeSecret(join(config.dataDir, 'auth-secret')) },
    trustedProxies,
    exportRole: config.exportRole,
    log: { level: config.logLevel },
    ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
    ...(!isApiOnly && { webRoot: WEB_ROOT }),
  });
  const close = async () => {
    await app.close();
    await demo?.stop();
  };
  closeOnSignal(close);
  try {
    await app.listen({ host: config.host, port: config.port });
    if (!config.reservie) {
      demo = startDemoSandbox({
        dataDir: config.dataDir,
        customers: config.demoCustomers,
        onTrouble: (message) => process.stderr.write(`${message}\n`),
      });
      await demo.ready;
    }
  } catch (error) {
    // Open connections to the database would keep this process alive.
    await close();
    throw error;
  }
  const home = config.accounts.publicUrl ?? urlOf(app.server.address() as AddressInfo);
  process.stdout.write(welcome(config, home, await app.makeSetUpLink()));
}

function closeOnSignal(close: () => Promise<void>): void {
  let isClosing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isClosing) return;
      isClosing = true;
      setTimeout(() => process.exit(1), LONGEST_GOODBYE_MS).unref();
      void close().then(() => process.exit(0));
    });
  }
}

function urlOf({ address, family, port }: AddressInfo): string {
  const isLoopback = address === '127.0.0.1' || address === '::1';
  const host = isLoopback ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

function welcome(config: GatewayConfig, home: string, setUpLink: string | undefined): string {
  const source = config.reservie
    ? new URL(config.reservie.baseUrl).host
    : 'demo data (no Reservie account is configured)';
  const what = isApiOnly ? 'Studio Desk’s API answers on' : 'Studio Desk is ready:';
  const setUp = setUpLink === undefined ? '' : `Make the first manager, within a day: ${home}${setUpLink}\n`;
  return `\n${what} ${home}\nReservie: ${source}\n${setUp}\n`;
}
