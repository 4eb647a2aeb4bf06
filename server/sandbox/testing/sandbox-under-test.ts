import type { AddressInfo } from 'node:net';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, buildSandbox } from '../app.ts';
import { copyDatabase, seedDatabase } from './seeded-database.ts';

export const NOON = Date.parse('2026-03-02T12:00:00Z');

export interface SandboxUnderTest extends Sandbox {
  /** Moves process time, and the studio's clock with it, on by so many milliseconds. */
  pass: (ms: number) => void;
  /** A new access token for the demo client or another one. */
  token: (credentials?: { id: string; secret: string }) => Promise<string>;
  /** A call with the demo client's token. */
  call: (request: InjectOptions) => Promise<LightMyRequestResponse>;
  control: (request: InjectOptions) => Promise<LightMyRequestResponse>;
}

/** One file for all tests of a process, copied for each. */
let seeded: Promise<string> | undefined;

/** A small sandbox whose time stands still until the test moves it; it ends with the test. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<SandboxUnderTest> {
  let now = NOON;
  const sandbox = await buildSandbox({
    file: copyDatabase(await (seeded ??= seedDatabase({ customers: 40, clock: () => NOON }))),
    clock: () => now,
    ...options,
  });
  onTestFinished(() => sandbox.close());
  const { app, client, controlKey } = sandbox;

  async function token({ id, secret } = client): Promise<string> {
    const body = { client_id: id, client_secret: secret };
    const answer = await app.inject({ method: 'POST', url: '/token', body });
    return answer.json<{ access_token: string }>().access_token;
  }

  const own = await token();
  return {
    ...sandbox,
    pass: (ms) => {
      now += ms;
    },
    token,
    call: (request) => app.inject({ ...request, headers: { authorization: `Bearer ${own}`, ...request.headers } }),
    control: (request) => app.inject({ ...request, headers: { 'x-control-key': controlKey } }),
  };
}

/** Opens a real port and answers the base URL. */
export async function listen({ app }: Sandbox): Promise<string> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}
