import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';
import { type Browser, startTestGateway } from './test-gateway.ts';
import type { Gateway, GatewayDeps } from '../app.ts';
import { type FakeReservie, startFakeReservie } from './fake-reservie.ts';

export const JANE = {
  id: 'cust_123',
  type: 'customer',
  firstname: 'Jane',
  lastname: 'Smith',
  email: 'jane@example.com',
  mobile: '07700900123',
} as const;

export interface GatewayUnderTest {
  app: Gateway;
  upstream: FakeReservie;
  /** Everything that was logged since the gateway was built. */
  log: string[];
  /** Sends a request, whatever its headers, with the session of a member of staff. */
  ask: (request: string | InjectOptions) => Promise<LightMyRequestResponse>;
  /** That session, for requests over a real connection. */
  cookie: string;
  /** Sends a PATCH the way our own page does. */
  patch: (url: string, payload: NonNullable<InjectOptions['payload']>) => Promise<LightMyRequestResponse>;
}

/** A gateway before a fake Reservie; both end with the test. */
export async function startGateway(deps: Partial<GatewayDeps> = {}): Promise<GatewayUnderTest> {
  const upstream = await startFakeReservie();
  const log: string[] = [];
  const gateway = await startTestGateway({
    reservie: upstream.account,
    timeoutMs: 2_000,
    log: { level: 'trace', stream: { write: (line) => void log.push(line) } },
    ...deps,
  });
  log.length = 0;
  const cookie = cookieOf(await gateway.signIn('desk'));
  gateway.app.addHook('onRequest', async ({ headers }) => {
    headers.cookie ??= cookie;
  });
  onTestFinished(async () => {
    await gateway.close();
    await upstream.close();
  });

  function ask(request: string | InjectOptions): Promise<LightMyRequestResponse> {
    const options = typeof request === 'string' ? { url: request } : request;
    return gateway.app.inject({ ...options, headers: { cookie, ...options.headers } });
  }

  return {
    app: gateway.app,
    upstream,
    log,
    ask,
    cookie,
    patch: (url, payload) => ask({ method: 'PATCH', url, payload, headers: { 'sec-fetch-site': 'same-origin' } }),
  };
}

function cookieOf({ cookies }: Browser): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
