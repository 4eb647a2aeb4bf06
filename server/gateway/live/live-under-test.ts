import { onTestFinished } from 'vitest';
import { type Browser, type TestGateway, startTestGateway } from '../accounts/test-gateway.ts';
import type { GatewayDeps } from '../app.ts';
import { type FakeReservie, json, startFakeReservie } from '../fake-reservie.ts';
import { JANE } from '../gateway-under-test.ts';

export interface LiveUnderTest extends TestGateway {
  upstream: FakeReservie;
  /** Changes what Reservie says of Jane, in her profile and in the list. */
  becomes: (changes: object) => void;
  /** Saves as our own page does. */
  save: (
    browser: Browser,
    field: 'firstname' | 'lastname' | 'email' | 'mobile',
    to: string,
    from?: string,
  ) => Promise<number>;
  watch: (browser: Browser, headers?: Record<string, string>) => Promise<Watch>;
}

export interface SentEvent {
  id: string | undefined;
  event: string | undefined;
  data: unknown;
}

export interface Watch {
  status: number;
  headers: Headers;
  /** The next event that says something; `undefined` once the stream has ended. */
  next: () => Promise<SentEvent | undefined>;
}

export const PROFILE = '/api/customers/cust_123/profile';

/** A gateway on a port, before a Reservie where everybody is Jane; both end with the test. */
export async function startLive(deps: Partial<GatewayDeps> = {}): Promise<LiveUnderTest> {
  const upstream = await startFakeReservie();
  const gateway = await startTestGateway({ reservie: upstream.account, timeoutMs: 2_000, ...deps });
  onTestFinished(async () => {
    await gateway.close();
    await upstream.close();
  });
  const url = await gateway.app.listen({ host: '127.0.0.1', port: 0 });

  function becomes(changes: object): void {
    const jane = { ...JANE, ...changes };
    upstream.behave('GET /customer/cust_123/profile', json(200, { data: jane }));
    upstream.behave('GET /customers', json(200, { data: [{ ...jane, archived: false }] }));
  }
  becomes({});
  upstream.behave('PUT /customer/cust_123/profile', json(200, { message: 'ok' }));

  return {
    ...gateway,
    upstream,
    becomes,
    save: async (browser, field, to, from = JANE[field]) => {
      const answer = await browser.ask({ method: 'PATCH', url: PROFILE, payload: { [field]: { from, to } } });
      return answer.statusCode;
    },
    watch: async (browser, headers = {}) => {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const giveUp = new AbortController();
      onTestFinished(() => giveUp.abort());
      const response = await fetch(`${url}/api/events`, {
        headers: { cookie, 'sec-fetch-site': 'same-origin', ...headers },
        signal: giveUp.signal,
      });
      const events = response.body ? readEvents(response.body) : undefined;
      return {
        status: response.status,
        headers: response.headers,
        next: async () => {
          const { value } = (await events?.next()) ?? {};
          return value ?? undefined;
        },
      };
    },
  };
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<SentEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => splitField(line)));
      const data = fields.get('data');
      if (data !== undefined) yield { id: fields.get('id'), event: fields.get('event'), data: JSON.parse(data) };
    }
  }
}

function splitField(line: string): [string, string] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon), line.slice(colon + 2)];
}
