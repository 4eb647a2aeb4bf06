import { once } from 'node:events';
import { type AddressInfo, Socket, createServer } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listenOn } from './notifications.ts';

test('the system looks after ten seconds of silence whether the other end still lives', async () => {
  // Not PostgreSQL: what the system is told is told before the first word to it.
  const server = createServer((connection) => connection.destroy()).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = new Socket();
  const setKeepAlive = vi.spyOn(socket, 'setKeepAlive');
  const listen = listenOn({ host: '127.0.0.1', port, ssl: false, stream: () => socket });
  await expect(listen({ receive: () => undefined, missed: () => undefined })).rejects.toBeInstanceOf(Error);
  expect(setKeepAlive.mock.calls).toEqual([[true, 10_000]]);
});
