import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour = (response: ServerResponse) => void;

interface Call {
  /** Such as `GET /customers`; without the query. */
  operation: string;
  url: string;
  authorization: string | undefined;
  body: string;
}

export interface FakeReservie {
  account: { baseUrl: string; clientId: string; clientSecret: string };
  /** Every call but those for a token. */
  calls: Call[];
  /** How many tokens were asked for. */
  tokenRequests: () => number;
  /** Tokens other than this one answer 401; changing it is how a token dies. */
  setToken: (token: string) => void;
  /** From now on; with several behaviours one for each call in turn, and the last one for good. */
  behave: (operation: string, ...behaviours: Behaviour[]) => void;
  close: () => Promise<void>;
}

export const PREFIX = '/m2m/v2';
export const SECRET = 'a-secret-that-must-never-be-seen';

/** An upstream for tests that does exactly what it is told, good or bad, over a real socket. */
export async function startFakeReservie(): Promise<FakeReservie> {
  const calls: Call[] = [];
  const plans = new Map<string, Behaviour[]>();
  let token = 'token-1';
  let tokenRequests = 0;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '';
    const operation = `${request.method} ${url.replace(PREFIX, '').replace(/\?.*/, '')}`;
    const body = await readBody(request);
    const plan = plans.get(operation);
    const behaviour = plan && plan.length > 1 ? plan.shift() : plan?.[0];
    if (operation === 'POST /token') {
      tokenRequests += 1;
      const isRight = body === JSON.stringify({ client_id: 'm2m_test', client_secret: SECRET });
      const granted = json(200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
      (behaviour ?? (isRight ? granted : json(401, { error: 'invalid_client', message: 'No' })))(response);
      return;
    }
    const { authorization } = request.headers;
    calls.push({ operation, url, authorization, body });
    if (authorization !== `Bearer ${token}`) json(401, { error: 'invalid_token', message: 'No' })(response);
    else (behaviour ?? json(404, { error: 'not_found', message: 'No' }))(response);
  }

  const server = createServer((request, response) => void respond(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    account: { baseUrl: `http://127.0.0.1:${port}${PREFIX}/`, clientId: 'm2m_test', clientSecret: SECRET },
    calls,
    tokenRequests: () => tokenRequests,
    setToken: (value) => (token = value),
    behave: (operation, ...behaviours) => plans.set(operation, behaviours),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Behaviour {
  return text(status, JSON.stringify(value), headers);
}

export function text(status: number, body: string, headers: Record<string, string> = {}): Behaviour {
  return (response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

/** Never answers. */
export function hang(): void {}

export function reset(response: ServerResponse): void {
  response.socket?.destroy();
}

/** Says that more is coming, then ends the connection. */
export function cut(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"data":[', () => response.socket?.destroy());
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
