import { type IncomingHttpHeaders, type IncomingMessage, get } from 'node:http';
import { onTestFinished } from 'vitest';
import { SessionEvent } from '#contract/live.ts';
import { type Browser, type TestGateway, startTestGateway } from './test-gateway.ts';
import type { GatewayDeps } from '../app.ts';
import { type FakeReservie, json, startFakeReservie } from './fake-reservie.ts';
import { JANE } from './gateway-under-test.ts';

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

interface SentEvent {
  id: string | undefined;
  event: string | undefined;
  data: unknown;
}

interface Watch {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  /** Whose stream it is, each time that it says so. */
  views: string[];
  /** The next event that says something; `undefined` once the stream has ended. */
  next: () => Promise<SentEvent | undefined>;
}

export const PROFILE = '/api/customers/cust_123/profile';

/** A gateway on a port, before a Reservie where every customer is Jane; both end with the test. */
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
      const sent = { cookie, 'sec-fetch-site': 'same-origin', ...headers };
      const request = get(`${url}/api/events`, { headers: sent });
      onTestFinished(() => void request.destroy());
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        request.once('response', resolve).once('error', reject);
      });
      const views: string[] = [];
      const events = readEvents(response, ({ data }) => void views.push(SessionEvent.parse(data).view));
      return {
        status: response.statusCode,
        headers: response.headers,
        views,
        next: async () => {
          const { value, done } = await events.next();
          return done ? undefined : value;
        },
      };
    },
  };
}

/** What a stream of events says, comments left out; whose stream it is only tells `onView`. */
export async function* readEvents(
  body: IncomingMessage,
  onView: (event: SentEvent) => void = () => undefined,
): AsyncGenerator<SentEvent, undefined> {
  body.setEncoding('utf8');
  let text = '';
  for await (const piece of body) {
    text += String(piece);
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => splitField(line)));
      const data = fields.get('data');
      if (data === undefined) continue;
      const sent: SentEvent = { id: fields.get('id'), event: fields.get('event'), data: JSON.parse(data) };
      if (sent.event === 'session') onView(sent);
      else yield sent;
    }
  }
  return undefined;
}

function splitField(line: string): [string, string] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon), line.slice(colon + 2)];
}
