import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';
import { startTestGateway } from './accounts/test-gateway.ts';
import type { Gateway, GatewayDeps } from './app.ts';
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
  /** Everything that was logged. */
  log: string[];
  /** Sends a PATCH the way our own page does. */
  patch: (url: string, payload: NonNullable<InjectOptions['payload']>) => Promise<LightMyRequestResponse>;
}

/**
 * A gateway before a fake Reservie; both end with the test. Whoever asks it without a cookie is a member of staff at the
 * desk, so that tests of other things need not sign in.
 */
export async function startGateway(deps: Partial<GatewayDeps> = {}): Promise<GatewayUnderTest> {
  const upstream = await startFakeReservie();
  const log: string[] = [];
  const { app, signIn, close } = await startTestGateway({
    reservie: upstream.account,
    timeoutMs: 2_000,
    log: { level: 'trace', stream: { write: (line) => void log.push(line) } },
    ...deps,
  });
  const cookies = [...(await signIn('desk')).cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  app.addHook('onRequest', async ({ headers }) => {
    headers.cookie ??= cookies;
  });
  onTestFinished(async () => {
    await close();
    await upstream.close();
  });
  return {
    app,
    upstream,
    log,
    patch: (url, payload) =>
      app.inject({ method: 'PATCH', url, payload, headers: { 'sec-fetch-site': 'same-origin' } }),
  };
}
