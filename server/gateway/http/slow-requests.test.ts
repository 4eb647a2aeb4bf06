import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { startTestGateway } from '../testing/test-gateway.ts';

async function open(longestRequestMs: number) {
  const { app, close } = await startTestGateway({ longestRequestMs });
  onTestFinished(close);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  return { app, socket };
}

const HEAD = ['POST /api/session HTTP/1.1', 'host: localhost', 'origin: http://localhost'];
const BODY_HEAD = ['content-type: application/json', 'content-length: 500', '', '{'];

test.each([
  ['a head that does not end', HEAD],
  ['a body that does not come', [...HEAD, ...BODY_HEAD]],
])('%s is cut, and told so', async (_, lines) => {
  const { socket } = await open(150);
  socket.write(lines.join('\r\n'));
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});

test('a body that trickles is cut too: what it still sends does not prolong its time', async () => {
  const { socket } = await open(300);
  socket.write([...HEAD, ...BODY_HEAD].join('\r\n'));
  const trickle = setInterval(() => socket.write(' '), 20);
  onTestFinished(() => clearInterval(trickle));
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
});

test('half a minute is what a request may take', async () => {
  const { app, close } = await startTestGateway();
  onTestFinished(close);
  expect([app.server.requestTimeout, app.server.headersTimeout]).toEqual([30_000, 30_000]);
});
