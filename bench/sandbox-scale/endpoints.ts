import { Agent, request } from 'node:http';
import * as z from 'zod/mini';
import type { Started } from './sandbox-process.ts';

export interface Row {
  name: string;
  requests: number;
  /** Milliseconds from sending to the last byte. */
  median: number;
  p95: number;
  /** Processor time of the sandbox for one request, in milliseconds: what other work on the machine does not stretch. */
  cpu: number;
  /** Size of a middling answer. */
  bytes: number;
}

const REQUESTS = 300;
/** For answers of many megabytes. */
const FEW_REQUESTS = 12;

const Ids = z.object({ data: z.array(z.object({ id: z.string() })) });
const Token = z.object({ access_token: z.string() });
const Events = z.object({
  data: z.array(z.object({ id: z.string(), dates: z.array(z.object({ id: z.string() })) })),
});

const agent = new Agent({ keepAlive: true });

/** Calls every endpoint of the API, one request at a time, each for another customer, pass or date where there is one. */
export async function* measureEndpoints(
  { baseUrl, clientId, clientSecret }: Started,
  cpuTime: () => Promise<number>,
): AsyncGenerator<Row> {
  const credentials = JSON.stringify({ client_id: clientId, client_secret: clientSecret });
  const token = Token.parse(JSON.parse(await send('POST', `${baseUrl}/token`, credentials))).access_token;
  const read = async (path: string): Promise<string> => send('GET', baseUrl + path, '', token);

  const customers = idsOf(await read('/customers'));
  const [passes, plans, videos] = [
    idsOf(await read('/passes')),
    idsOf(await read('/subscription-plans')),
    idsOf(await read('/videos')),
  ];
  const now = Date.now();
  const week = 7 * 86_400_000;
  const pastWeek = `timeFilter=past&startDate=${instant(now - week)}&endDate=${instant(now)}`;
  const nextWeek = `timeFilter=future&startDate=${instant(now)}&endDate=${instant(now + week)}`;
  const events = Events.parse(JSON.parse(await read(`/events?${pastWeek}`))).data;
  const dates = events.flatMap((event) => event.dates.map((date) => `/event/${event.id}/dates/${date.id}`));
  const transactions = await someTransactions(customers, read);

  const anyCustomer = (index: number): string => pick(customers, index);
  const all = 'startDate=2000-01-01';

  yield time('GET /customers', FEW_REQUESTS, () => '/customers');
  yield time('GET profile', REQUESTS, (index) => `/customer/${anyCustomer(index)}/profile`);
  yield time('PUT profile', REQUESTS, (index) => `/customer/${anyCustomer(index)}/profile`, rename);
  yield time('GET bookings, defaults', REQUESTS, (index) => `/customer/${anyCustomer(index)}/bookings`);
  yield time(
    'GET bookings, all time',
    REQUESTS,
    (index) => `/customer/${anyCustomer(index)}/bookings?${all}&pageSize=100`,
  );
  yield time(
    'GET bookings, future only',
    REQUESTS,
    (index) => `/customer/${anyCustomer(index)}/bookings?${all}&future_only=true`,
  );
  yield time(
    'GET bookings of one with 900',
    REQUESTS,
    (index) => `/customer/cust_104/bookings?${all}&page=${index % 26}`,
  );
  yield time('GET one transaction', REQUESTS, (index) => pick(transactions, index));
  for (const tab of ['packages', 'videos', 'subscription-mandates', 'appointments', 'notes', 'questionnaire-answers']) {
    yield time(`GET ${tab}`, REQUESTS, (index) => `/customer/${anyCustomer(index)}/${tab}`);
  }
  yield time('GET /passes', REQUESTS, () => '/passes');
  yield time('GET one pass', REQUESTS, (index) => `/pass/${pick(passes, index)}`);
  yield time('GET a pass’s packages', FEW_REQUESTS * 3, (index) => `/pass/${pick(passes, index)}/packages`);
  yield time('GET /subscription-plans', REQUESTS, () => '/subscription-plans');
  yield time('GET one plan', REQUESTS, (index) => `/subscription-plan/${pick(plans, index)}`);
  yield time('GET /events, past week', FEW_REQUESTS * 3, () => `/events?${pastWeek}`);
  yield time('GET /events, next week', FEW_REQUESTS * 3, () => `/events?${nextWeek}`);
  yield time('GET one event', REQUESTS, (index) => `/event/${pick(events, index).id}`);
  yield time('GET a register', REQUESTS, (index) => `${pick(dates, index)}/register`);
  yield time('GET /videos', REQUESTS, () => '/videos');
  yield time('GET one video', REQUESTS, (index) => `/video/${pick(videos, index)}`);
  yield time('GET /appointments, first page', REQUESTS, () => '/appointments');
  yield time('GET /appointments, a day', REQUESTS, () => `/appointments?startDate=${day(now)}&endDate=${day(now)}`);
  agent.destroy();

  async function time(
    name: string,
    requests: number,
    path: (index: number) => string,
    body?: (index: number) => string,
  ): Promise<Row> {
    const times: number[] = [];
    const sizes: number[] = [];
    // The first ones warm up and are not counted.
    let cpu = 0;
    for (let index = -3; index < requests; index += 1) {
      if (index === 0) cpu = await cpuTime();
      const url = baseUrl + path(index + 3);
      const before = performance.now();
      const answer = await send(body ? 'PUT' : 'GET', url, body?.(index + 3) ?? '', token);
      if (index < 0) continue;
      times.push(performance.now() - before);
      sizes.push(Buffer.byteLength(answer));
    }
    cpu = ((await cpuTime()) - cpu) / requests;
    return {
      name,
      requests,
      cpu,
      median: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      bytes: quantile(sizes, 0.5),
    };
  }
}

async function someTransactions(
  customers: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<string[]> {
  const found: string[] = [];
  for (let index = 0; found.length < 100 && index < 400; index += 1) {
    const customer = pick(customers, index);
    const answer = await read(`/customer/${customer}/bookings?startDate=2000-01-01&pageSize=5`);
    for (const id of idsOf(answer)) found.push(`/customer/${customer}/booking/${id}`);
  }
  return found;
}

function rename(index: number): string {
  const name = `Bench ${index}`;
  return JSON.stringify({ firstname: name, lastname: name, email: `bench${index}@bench.example` });
}

function idsOf(answer: string): string[] {
  return Ids.parse(JSON.parse(answer)).data.map((each) => each.id);
}

/** Far apart from one call to the next, and the same in every run. */
function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[(index * 7919) % items.length];
  if (item === undefined) throw new Error('Nothing to ask for');
  return item;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function instant(time: number): string {
  return new Date(time).toISOString();
}

function day(time: number): string {
  return instant(time).slice(0, 10);
}

/** Answers the body; rejects when the status is not 200. */
async function send(method: string, url: string, body: string, token = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const call = request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${method} ${url} answered ${response.statusCode}: ${text.slice(0, 200)}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}
