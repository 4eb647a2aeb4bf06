import { once } from 'node:events';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface ModelCustomer {
  id: string;
  type: 'customer';
  firstname: string;
  lastname: string;
  email: string;
  mobile: string;
}

/** What one PUT meets: `lost` is carried out and never answered, `refused` is neither. */
type Fate = 'done' | 'lost' | 'refused';

export interface ModelReservie {
  account: { baseUrl: string; clientId: string; clientSecret: string };
  /** The truth. */
  customers: Map<string, ModelCustomer>;
  /** Every PUT that was carried out: customer and the profile that it wrote. */
  writes: { id: string; body: Partial<ModelCustomer> }[];
  close: () => Promise<void>;
}

export interface ModelOptions {
  ids: readonly string[];
  /** Before a PUT is carried out, in milliseconds. */
  delayMs: () => number;
  fateOf: () => Fate;
}

/** A Reservie that keeps what is written to it, slowly, and loses some answers; the only one who knows the truth. */
export async function startModelReservie({ ids, delayMs, fateOf }: ModelOptions): Promise<ModelReservie> {
  const customers = new Map<string, ModelCustomer>();
  for (const id of ids) {
    const contact = { email: `${id}@example.com`, mobile: '07700900000' };
    customers.set(id, { id, type: 'customer', firstname: 'First', lastname: 'Last', ...contact });
  }
  const writes: ModelReservie['writes'] = [];

  const server = createServer((request, response) => {
    void (async () => {
      const { method, url = '' } = request;
      const body = await text(request);
      if (url === '/token')
        return answer(response, 200, { access_token: 'token', token_type: 'Bearer', expires_in: 3600 });
      if (url === '/customers') {
        return answer(response, 200, { data: Array.from(customers.values(), (one) => ({ ...one, archived: false })) });
      }
      const id = /^\/customer\/([^/]+)\/profile$/.exec(url)?.[1] ?? '';
      const customer = customers.get(id);
      if (!customer) return answer(response, 404, { error: 'not_found', message: 'No' });
      if (method === 'GET') return answer(response, 200, { data: { ...customer } });
      const fate = fateOf();
      if (fate === 'refused') return answer(response, 400, { error: 'bad', message: 'No' });
      setTimeout(() => {
        const written = JSON.parse(body) as Partial<ModelCustomer>;
        Object.assign(customer, written);
        writes.push({ id, body: written });
        if (fate === 'lost') response.socket?.destroy();
        else answer(response, 200, { message: 'ok' });
      }, delayMs());
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    account: { baseUrl: `http://127.0.0.1:${port}`, clientId: 'model', clientSecret: 'model-secret' },
    customers,
    writes,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
