import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';
import { type GatewayDeps, buildGateway } from './app.ts';
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
  app: FastifyInstance;
  upstream: FakeReservie;
  /** Everything that was logged. */
  log: string[];
  /** Sends a PATCH the way our own page does. */
  patch: (url: string, payload: NonNullable<InjectOptions['payload']>) => Promise<LightMyRequestResponse>;
}

/** A gateway before a fake Reservie; both end with the test. */
export async function startGateway(deps: Partial<GatewayDeps> = {}): Promise<GatewayUnderTest> {
  const upstream = await startFakeReservie();
  const log: string[] = [];
  const app = await buildGateway({
    reservie: upstream.account,
    mode: 'live',
    timeZone: 'Europe/London',
    timeoutMs: 2_000,
    log: { level: 'trace', stream: { write: (line) => void log.push(line) } },
    ...deps,
  });
  onTestFinished(async () => {
    await app.close();
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
