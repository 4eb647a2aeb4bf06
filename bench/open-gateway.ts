import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#contract/role.ts';
import { type Gateway, type GatewayDeps, buildGateway } from '../server/gateway/app.ts';

export interface OpenGateway {
  gateway: Gateway;
  url: string;
  /** Its database. */
  file: string;
  /** Of a member of staff at the desk. */
  cookie: string;
  /** Another member of staff. @returns their cookie. */
  signIn: (role: Role) => Promise<string>;
  /** Makes so many members of staff, each with a session of their own. @returns their cookies. */
  hire: (count: number, role: Role, called?: string) => Promise<string[]>;
  close: () => Promise<void>;
}

/** A gateway on a port, with a database of its own, and a member of staff signed in to it. */
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
  async function post(path: string, body: object, cookie = ''): Promise<Response> {
    const headers = { 'content-type': 'application/json', origin: url, cookie };
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}.`);
    return answer;
  }
  async function hire(count: number, role: Role, called = 'staff'): Promise<string[]> {
    const manager = await signIn('manager');
    const cookies: string[] = [];
    for (let number = 0; number < count; number += 1) {
      const email = `${called}-${number}@bench.example`;
      const { link } = (await (await post('/api/staff/invitations', { email, role }, manager)).json()) as {
        link: string;
      };
      const member = { token: new URL(link).hash.slice(1), name: `Staff ${number}`, password: 'seven green bicycles' };
      const joined = await post('/api/invitations/accept', member);
      cookies.push(
        joined.headers
          .getSetCookie()
          .map((line) => line.replace(/;.*$/, ''))
          .join('; '),
      );
    }
    return cookies;
  }
  return {
    gateway,
    url,
    file: join(folder, 'desk.db'),
    cookie: await signIn('desk'),
    signIn,
    hire,
    close: async () => {
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
