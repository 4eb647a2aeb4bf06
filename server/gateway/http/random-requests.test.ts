import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { WireError } from '#contract/error.ts';
import { createRandom } from '#kit/random.ts';
import { SECRET, json } from '../testing/fake-reservie.ts';
import { JANE, startGateway } from '../testing/gateway-under-test.ts';

const REQUESTS = 1000;
/** For the rest of a request that has been said to be longer than it is, the server waits no longer. */
const LONGEST_WAIT_MS = 100;

const METHODS = ['GET', 'HEAD', 'PATCH', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', 'BREW', ''];
const PIECES = [
  'api',
  'customers',
  'cust_123',
  'profile',
  'bookings',
  'txn_1',
  'notes',
  'studio',
  'history',
  'history.csv',
  'versions',
  'staff',
  'metrics',
  'healthz',
  'readyz',
  'assets',
];
const ODDITIES = [
  '..',
  '.',
  '%2e%2e',
  '%2f',
  '%00',
  '%',
  '%zz',
  '%ff%fe',
  '\\',
  ' ',
  '\u0000',
  '*',
  ';',
  ':id',
  '__proto__',
  'constructor',
  'é',
  '💥',
  '<script>',
  "'--",
  '${7*7}',
  'x'.repeat(300),
  'x'.repeat(20_000),
  '?page=1',
  '?startDate=2000-01-01',
  '?page[]=1',
  '?pageSize=999999999999',
  '?__proto__[x]=1',
  '#fragment',
  '//',
  'http://evil.example.com/',
];
const HEADERS = [
  'Host: localhost',
  'Host: evil.example.com',
  'Host: ',
  'Host: localhost\r\nHost: localhost',
  'Origin: null',
  'Origin: http://localhost',
  'Sec-Fetch-Site: same-origin',
  'Sec-Fetch-Site: cross-site',
  'Accept: text/html',
  'Accept-Encoding: br;q=x, *;q=0',
  'If-None-Match: *',
  'If-None-Match: ","W/',
  'Content-Type: application/json',
  'Content-Type: text/plain',
  'Content-Type: application/json; charset=utf-7',
  'Content-Type: ;;',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 99999999999',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Expect: 100-continue',
  'Expect: much',
  'Upgrade: websocket',
  'Connection: upgrade',
  'Range: bytes=0-1',
  'X: ' + 'y'.repeat(20_000),
  'Authorization: Bearer x',
  'Cookie: a=b',
  'no colon',
  ': no name',
  'X-Forwarded-Host: evil.example.com',
  'Accept-Version: 9',
];
const BODIES = [
  '',
  '{}',
  '[]',
  'null',
  '{"firstname":{"from":"Jane","to":"Janet"}}',
  '{"__proto__":{"from":"","to":""}}',
  '{"email":',
  '5\r\nhello',
  '0\r\n\r\n',
  '"x"',
  '{"firstname":{"from":1,"to":[]}}',
  'x'.repeat(40_000),
  '\u0000',
  '{"a":'.repeat(3_000),
];

function makeRequest(random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const some = (from: readonly string[], most: number) =>
    Array.from({ length: Math.floor(random() * most) }, () => pick(from));
  if (random() < 0.25) {
    const body = pick(BODIES);
    const type = pick(HEADERS.filter((header) => header.startsWith('Content-Type')));
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    const head = ['PATCH /api/customers/cust_123/profile HTTP/1.1', 'Host: localhost', 'Sec-Fetch-Site: same-origin'];
    return `${[...head, type, length, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`;
  }
  const path =
    random() < 0.4 ? ['', 'api', 'customers', ...some(PIECES, 4)] : ['', ...some([...PIECES, ...ODDITIES], 6)];
  const method = random() < 0.7 ? pick(['GET', 'PATCH']) : pick(METHODS);
  const headers = [...(random() < 0.8 ? ['Host: localhost'] : []), ...some(HEADERS, 5), 'Connection: close'];
  return `${method} ${path.join('/') + (random() < 0.3 ? pick(ODDITIES) : '')} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${pick(BODIES)}`;
}

async function send(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  // The server may close before it has read all of a refused request.
  socket.on('error', () => undefined);
  // Ended at once, it would not wait for an answer that takes a look into the database first.
  socket.write(request);
  socket.once('data', () => socket.end());
  socket.setTimeout(LONGEST_WAIT_MS, () => socket.end());
  await once(socket, 'close');
  return answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
}

/** The body of the first answer: what followed a refused request may have been read as another one. */
function bodyOf(answer: string): string {
  const start = answer.indexOf('\r\n\r\n') + 4;
  const length = Number(/^content-length: (\d+)\r$/im.exec(answer.slice(0, start))?.[1] ?? 0);
  return Buffer.from(answer.slice(start)).subarray(0, length).toString();
}

test(`none of ${REQUESTS} random requests hangs, faults us or tells a secret`, { timeout: 60_000 }, async () => {
  const { app, ask, upstream, log } = await startGateway();
  upstream.behave('GET /customer/cust_123/profile', json(200, { data: JANE }));
  upstream.behave('PUT /customer/cust_123/profile', json(200, { message: 'ok' }));
  upstream.behave('GET /customers', json(200, { data: [] }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const { next: random } = createRandom('requests');
  const seen = new Map<string, number>();
  for (let count = 0; count < REQUESTS; count += 1) {
    const request = makeRequest(random);
    const answer = await send(port, request);
    const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'closed';
    seen.set(status, (seen.get(status) ?? 0) + 1);
    expect(status, request.slice(0, 500)).toMatch(/^(?:[234]\d\d|closed)$/);
    expect(answer, request.slice(0, 500)).not.toMatch(
      new RegExp(`${SECRET}|token-1|m2m_test|node_modules|at \\w+ \\(`),
    );
    const body = request.startsWith('HEAD ') ? '' : bodyOf(answer);
    const isProblem = status.startsWith('4') && body !== '';
    expect(isProblem && WireError.safeParse(JSON.parse(body)).error, request.slice(0, 500)).toBeFalsy();
  }
  expect([...seen.keys()].toSorted()).toEqual(
    expect.arrayContaining(['200', '400', '403', '404', '413', '415', '431']),
  );
  expect(log.filter((line) => line.includes('our own fault'))).toEqual([]);
  expect(log.join('')).not.toMatch(new RegExp(`${SECRET}|token-1|Janet`));
  expect((await ask('/api/studio')).statusCode).toBe(200);
});
