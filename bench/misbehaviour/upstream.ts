import { buildSandbox } from '../../server/sandbox/app.ts';
import { profileOf } from './desk.ts';

/** The sandbox in Reservie's place, and what only it knows. */
export async function startUpstream() {
  const sandbox = await buildSandbox({ file: ':memory:', customers: 200, budgetPerMinute: 0 });
  const puts = new Map<string, number>();
  const count = (id: string, by: number) => puts.set(id, (puts.get(id) ?? 0) + by);
  sandbox.app.server.on('request', ({ method, url = '' }, response) => {
    const id = /^\/customer\/([^/]+)\/profile$/.exec(url)?.[1];
    if (method !== 'PUT' || id === undefined) return;
    count(id, 1);
    // A 401 says that nothing was done: the only write that may be repeated.
    response.on('finish', () => {
      if (response.statusCode === 401) count(id, -1);
    });
  });
  const url = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
  const { id: clientId, secret: clientSecret } = sandbox.client;

  async function ask(path: string, init: RequestInit): Promise<unknown> {
    return (await fetch(url + path, init)).json();
  }

  return {
    sandbox,
    env: { RESERVIE_BASE_URL: url, RESERVIE_CLIENT_ID: clientId, RESERVIE_CLIENT_SECRET: clientSecret },
    /** PUTs for this customer that were not turned away with 401. */
    putsOf: (id: string) => puts.get(id) ?? 0,
    /** The truth; only while Reservie is in order. */
    firstnameOf: async (id: string): Promise<string> => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret });
      const token = (await ask('/token', { method: 'POST', headers, body })) as { access_token: string };
      const authorization = `Bearer ${token.access_token}`;
      return profileOf(await ask(`/customer/${id}/profile`, { headers: { authorization } })).firstname;
    },
  };
}
