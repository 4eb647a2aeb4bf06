import { expect, test } from 'vitest';
import { json } from '../testing/fake-reservie.ts';
import { JANE, startGateway } from '../testing/gateway-under-test.ts';

const TOKEN = 'a-token-for-prometheus';
const PROFILE = '/api/customers/cust_123/profile';

async function startMeasured() {
  const gateway = await startGateway({ metricsToken: TOKEN });
  gateway.upstream.behave('GET /customer/cust_123/profile', json(200, { data: JANE }));
  gateway.upstream.behave('GET /customers', json(200, { data: [{ ...JANE, archived: false }] }));
  return {
    ...gateway,
    /** The lines that Prometheus would read, without those of the process itself. */
    scrape: async () => {
      const answer = await gateway.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } });
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
      return answer.body.split('\n').filter((line) => line.startsWith('desk_') && !line.includes('_bucket{'));
    },
  };
}

test('counts what pages ask, what Reservie is asked, and where answers came from', async () => {
  const { ask, scrape } = await startMeasured();
  expect((await scrape()).filter((line) => line.startsWith('desk_directory'))).toEqual(['desk_directory_customers 0']);
  await ask(PROFILE);
  await ask(PROFILE);
  await ask('/api/customers');
  const lines = await scrape();
  const profile = '{method="GET",route="/api/customers/:customerId/profile",status="200"}';
  expect(lines).toEqual(
    expect.arrayContaining([
      `desk_http_request_seconds_count${profile} 2`,
      'desk_reservie_call_seconds_count{operation="POST /token",status="200"} 1',
      'desk_reservie_call_seconds_count{operation="GET /customer/{customerId}/profile",status="200"} 1',
      'desk_budget_wait_seconds_count{lane="write"} 1',
      'desk_cache_reads_total{endpoint="getProfile",result="asked"} 1',
      'desk_cache_reads_total{endpoint="getProfile",result="fresh"} 1',
      'desk_cache_entries 1',
      'desk_budget_queue 0',
      'desk_event_streams 0',
      'desk_reservie_state{state="ok"} 1',
      'desk_directory_customers 1',
    ]),
  );
});

test('tells failures by what went wrong', async () => {
  const { ask, upstream, scrape } = await startMeasured();
  upstream.behave('GET /customer/cust_123/profile', json(500, { error: 'x', message: 'broken' }));
  await ask(PROFILE);
  upstream.behave('GET /customer/cust_404/profile', (response) => void response.destroy());
  await ask('/api/customers/cust_404/profile');
  const lines = (await scrape()).join('\n');
  expect(lines).toContain('operation="GET /customer/{customerId}/profile",status="500"} 3');
  // Five failures in a row: the third try was not made any more.
  expect(lines).toContain('status="reservie_unavailable"} 2');
  expect(lines).toContain('result="failed"} 2');
});

test('holds no id, no address and no name, whatever is asked', async () => {
  const { ask, scrape } = await startMeasured();
  for (const url of [PROFILE, '/api/jane@example.com', '/customers?q=jane', `${PROFILE}?email=jane`]) await ask(url);
  await ask({ method: 'PROPFIND', url: '/jane' });
  const text = (await scrape()).join('\n');
  expect(text).not.toMatch(/jane|cust_123|PROPFIND/i);
  expect(text).toContain('{method="any",route="none",status="404"}');
});

test('are for a client that knows the token, under whatever name they reach the gateway', async () => {
  const { app } = await startMeasured();
  const read = (authorization?: string) =>
    app.inject({ url: '/metrics', headers: { host: 'desk:3000', ...(authorization && { authorization }) } });
  expect((await read(`Bearer ${TOKEN}`)).headers['content-type']).toContain('text/plain; version=0.0.4');
  for (const wrong of [undefined, 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN]) {
    const answer = await read(wrong);
    expect([wrong, answer.statusCode]).toEqual([wrong, 401]);
    expect(answer.body).not.toContain('desk_');
  }
});

test('without a token there are none', async () => {
  const { app } = await startGateway();
  const answer = await app.inject({ url: '/metrics', headers: { authorization: 'Bearer ' } });
  expect(answer.statusCode).toBe(404);
});
