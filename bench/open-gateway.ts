import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#contract/role.ts';
import { type Gateway, type GatewayDeps, buildGateway } from '../server/gateway/app.ts';

export interface OpenGateway {
  gateway: Gateway;
  url: string;
  /** Of somebody who works at the desk. */
  cookie: string;
  /** Somebody else. @returns their cookie. */
  signIn: (role: Role) => Promise<string>;
  close: () => Promise<void>;
}

/** A gateway on a port, with a database of its own, and somebody signed in to it. */
export async function openGateway(
  deps: Omit<GatewayDeps, 'mode' | 'timeZone' | 'store' | 'accounts'>,
): Promise<OpenGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'studio-desk-bench-'));
  const gateway = await buildGateway({
    ...deps,
    mode: 'demo',
    timeZone: 'Europe/London',
    store: { file: join(folder, 'desk.db') },
    accounts: { secret: 'a-secret-for-benchmarks-of-32-characters' },
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  async function signIn(role: Role): Promise<string> {
    const answer = await fetch(`${url}/api/session/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ role }),
    });
    if (!answer.ok) throw new Error(`Signing in to the demo was answered ${answer.status}.`);
    const cookies = answer.headers.getSetCookie().map((line) => line.replace(/;.*$/, ''));
    return cookies.join('; ');
  }
  return {
    gateway,
    url,
    cookie: await signIn('desk'),
    signIn,
    close: async () => {
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
