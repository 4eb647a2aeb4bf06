import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { CustomerColumns, Directory, FirstCustomers } from '#contract/gateway.ts';
import { json, text } from '../testing/fake-reservie.ts';
import { JANE, startGateway } from '../testing/gateway-under-test.ts';

const LIST = 'GET /customers';
const URL = '/api/customers';
const ROW = { ...JANE, archived: false };
const AL = { ...ROW, id: 'cust_8', firstname: 'Al', lastname: 'Adams' };
const START = Date.parse('2026-03-03T09:00:00Z');

test('lists all readable customers, and apart from them what is not', async () => {
  const { ask, upstream } = await startGateway({ clock: () => START });
  upstream.behave(LIST, json(200, { data: [ROW, { ...ROW, id: 'cust_9', archived: 'no' }, 7] }));
  const answer = await ask(URL);
  expect(Directory.parse(answer.json())).toEqual({
    data: [ROW],
    unreadable: [
      { unreadable: true, id: 'cust_9', problems: ['archived'] },
      { unreadable: true, id: null, problems: ['row'] },
    ],
    asOf: '2026-03-03T09:00:00.000Z',
  });
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', vary: 'accept-encoding, cookie' });
});

test.each([
  ['br', 'gzip, deflate, br, zstd', brotliDecompressSync],
  ['gzip', 'gzip, deflate', gunzipSync],
  ['gzip', 'br;q=0, *', gunzipSync],
  [undefined, 'identity', (body: Buffer) => body],
  [undefined, '', (body: Buffer) => body],
])('is encoded as %s for "%s"', async (encoding, accepted, decode) => {
  const { ask, upstream } = await startGateway();
  upstream.behave(LIST, json(200, { data: [ROW] }));
  const answer = await ask({ url: URL, headers: { 'accept-encoding': accepted } });
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(JSON.parse(decode(answer.rawPayload).toString())).toMatchObject({ data: [ROW] });
});

test('one fetch serves all who ask at once, and those of the next minute', async () => {
  let now = START;
  const { ask, upstream } = await startGateway({ clock: () => now });
  upstream.behave(LIST, json(200, { data: [ROW] }));
  await Promise.all(Array.from({ length: 8 }, () => ask(URL)));
  now += 59_000;
  await ask(URL);
  expect(upstream.calls).toHaveLength(1);
});

test('after a minute it is served once more, and fetched behind it; after five minutes one waits for it', async () => {
  let now = START;
  const { ask, upstream } = await startGateway({ clock: () => now });
  upstream.behave(LIST, json(200, { data: [ROW] }));
  const asOf = async () => Directory.parse((await ask(URL)).json()).asOf;
  await ask(URL);
  now += 61_000;
  expect(await asOf()).toBe('2026-03-03T09:00:00.000Z');
  await expect.poll(asOf).toBe('2026-03-03T09:01:01.000Z');
  expect(upstream.calls).toHaveLength(2);
  now += 300_000;
  expect(await asOf()).toBe('2026-03-03T09:06:01.000Z');
  expect(upstream.calls).toHaveLength(3);
});

test('a browser that has it is told so', async () => {
  const { ask, upstream } = await startGateway();
  upstream.behave(LIST, json(200, { data: [ROW] }));
  const { etag } = (await ask(URL)).headers;
  for (const known of [String(etag), `"other", ${String(etag)}`, String(etag).replace('W/', ''), '*']) {
    const answer = await ask({ url: URL, headers: { 'if-none-match': known } });
    expect([answer.statusCode, answer.body, answer.headers.etag]).toEqual([304, '', etag]);
  }
  const answer = await ask({ url: URL, headers: { 'if-none-match': '"other"' } });
  expect(answer.statusCode).toBe(200);
});

test('a saved change is in the list at once, and stays while Reservie still shows the old values', async () => {
  let now = START;
  const { ask, upstream, patch } = await startGateway({ clock: () => now });
  upstream.behave(LIST, json(200, { data: [ROW] }));
  upstream.behave('GET /customer/cust_123/profile', json(200, { data: JANE }));
  upstream.behave('PUT /customer/cust_123/profile', json(200, { message: 'ok' }));
  const before = await ask(URL);
  await patch('/api/customers/cust_123/profile', { firstname: { from: 'Jane', to: 'Janet' } });
  const after = await ask(URL);
  expect(after.json()).toMatchObject({ data: [{ ...ROW, firstname: 'Janet' }] });
  expect(after.headers.etag).not.toBe(before.headers.etag);
  now += 4.5 * 60_000;
  await ask(URL);
  await expect.poll(async () => Directory.parse((await ask(URL)).json()).asOf).toBe('2026-03-03T09:04:30.000Z');
  expect((await ask(URL)).json()).toMatchObject({ data: [{ ...ROW, firstname: 'Janet' }] });
  expect(upstream.calls.filter((call) => call.operation === LIST)).toHaveLength(2);
  now += 5 * 60_000;
  expect((await ask(URL)).json()).toMatchObject({ data: [ROW] });
});

test('while Reservie fails the copy is served, with its true age, and Reservie is left in peace', async () => {
  let now = START;
  const { ask, upstream } = await startGateway({ clock: () => now });
  upstream.behave(
    LIST,
    json(200, { data: [ROW] }),
    text(500, ''),
    text(429, '', { 'retry-after': '30' }),
    json(200, { data: [] }),
  );
  await ask(URL);
  now += 301_000;
  for (let turn = 0; turn < 3; turn += 1) {
    expect((await ask(URL)).json()).toMatchObject({ data: [ROW], asOf: '2026-03-03T09:00:00.000Z' });
  }
  expect(upstream.calls).toHaveLength(2);
  now += 11_000;
  await ask(URL);
  now += 29_000;
  await ask(URL);
  expect(upstream.calls).toHaveLength(3);
  now += 2_000;
  expect((await ask(URL)).json()).toMatchObject({ data: [] });
});

test('without a copy the error is told, and the next request asks again', async () => {
  const { ask, upstream } = await startGateway();
  upstream.behave(LIST, json(200, { data: 'none' }), json(200, { data: [ROW] }));
  const failed = await ask(URL);
  expect([failed.statusCode, failed.json()]).toMatchObject([502, { code: 'reservie_malformed' }]);
  expect(failed.headers).not.toHaveProperty('etag');
  expect(failed.headers['cache-control']).toBe('no-store');
  expect((await ask(URL)).statusCode).toBe(200);
});

test('the list in columns is one JSON document, a line for each block, by name', async () => {
  const { ask, upstream } = await startGateway();
  upstream.behave(LIST, json(200, { data: [ROW, { id: 'cust_9' }, { ...AL, archived: true }] }));
  const answer = await ask(`${URL}/columns`);
  const list = CustomerColumns.parse(answer.json());
  expect(list).toMatchObject({
    total: 2,
    unreadable: [{ id: 'cust_9' }],
    blocks: [{ id: ['cust_8', 'cust_123'], lastname: ['Adams', 'Smith'], archived: [0] }],
  });
  expect(answer.body.split('\n').map((line) => line.slice(0, 7))).toEqual(['{"unrea', '{"id":[', ']}', '']);
  const again = await ask({ url: `${URL}/columns`, headers: { 'if-none-match': String(answer.headers.etag) } });
  expect(again.statusCode).toBe(304);
});

test('the first screen has active customers by name, and counts all', async () => {
  const { ask, upstream } = await startGateway();
  const crowd = Array.from({ length: 60 }, (_, at) => ({
    ...JANE,
    id: `cust_${at}`,
    lastname: `Z${at % 7}`,
    archived: at % 6 === 0,
  }));
  upstream.behave(LIST, json(200, { data: [...crowd, AL] }));
  const first = FirstCustomers.parse((await ask(`${URL}/first`)).json());
  expect(first.counts).toEqual({ active: 51, archived: 10 });
  expect(first.data).toHaveLength(40);
  expect(first.data.slice(0, 2).map(({ lastname }) => lastname)).toEqual(['Adams', 'Z0']);
});
