import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveClient } from './live-client.ts';

const JANE = { id: 'cust_1', type: 'customer', firstname: 'Jane', lastname: 'S', email: 'j@example.com', mobile: '' };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

class FakeStream extends EventTarget {
  readonly url: string;
  isClosed = false;

  constructor(url: string) {
    super();
    this.url = url;
  }

  close(): void {
    this.isClosed = true;
  }

  open(): void {
    this.dispatchEvent(new Event('open'));
  }

  say(type: string, data: unknown, lastEventId = ''): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }));
  }
}

function listen(after?: string) {
  const streams: FakeStream[] = [];
  const told: unknown[] = [];
  const client = new LiveClient(
    {
      onCustomer: (event) => told.push(event),
      onDirectory: (event) => told.push(event),
      onView: (view) => told.push(view),
      onSignedOut: () => told.push('signed out'),
    },
    (url) => {
      const stream = new FakeStream(url);
      streams.push(stream);
      return stream as unknown as EventSource;
    },
    after,
  );
  client.setVisible(true);
  return { client, streams, told };
}

test('tells what it hears, and nothing that it cannot read', () => {
  const { streams, told } = listen();
  const event = { customer: JANE, by: 'Dee', state: 'saved' };
  streams[0]?.say('customer', event, 'run-1');
  streams[0]?.say('customer', { customer: 7 }, 'run-2');
  streams[0]?.say('directory', { asOf: null }, 'run-3');
  expect(told).toEqual([event, { asOf: null }]);
});

test('a hidden page does not listen; shown again it asks for what it missed', () => {
  const { client, streams } = listen();
  streams[0]?.say('directory', { asOf: null }, 'run-3');
  client.setVisible(false);
  expect(streams[0]?.isClosed).toBe(true);
  client.setVisible(true);
  expect(streams.map(({ url }) => url)).toEqual(['/api/events', '/api/events?after=run-3']);
});

test('asks for what happened since the page was opened', () => {
  expect(listen('run-2').streams[0]?.url).toBe('/api/events?after=run-2');
});

test('comes back after failures, at growing distances, and not while hidden', () => {
  const { client, streams } = listen();
  streams[0]?.dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(2_000);
  expect(streams).toHaveLength(2);
  streams[1]?.dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(2_000);
  expect(streams).toHaveLength(2);
  vi.advanceTimersByTime(2_000);
  expect(streams).toHaveLength(3);
  client.setVisible(false);
  streams[2]?.dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(120_000);
  expect(streams).toHaveLength(3);
});

test.each([
  ['signed_out', ['signed out']],
  ['too_many', []],
])('does not come back by itself after %s', (reason, expected) => {
  const { streams, told } = listen();
  streams[0]?.say('bye', { reason });
  vi.advanceTimersByTime(120_000);
  expect([streams.length, told]).toEqual([1, expected]);
});

test('says whose stream it is, and what it has not seen stays what it was', () => {
  const { client, streams, told } = listen();
  streams[0]?.say('directory', { asOf: null }, 'run-3');
  streams[0]?.say('session', { view: 'of-dee' });
  client.setVisible(false);
  client.setVisible(true);
  expect(told).toEqual([{ asOf: null }, 'of-dee']);
  expect(streams[1]?.url).toBe('/api/events?after=run-3');
});

test('a stream that has died in its sleep is opened anew', () => {
  const { streams } = listen();
  streams[0]?.open();
  vi.advanceTimersByTime(40_000);
  streams[0]?.say('session', { view: 'of-dee' });
  vi.advanceTimersByTime(40_000);
  expect(streams).toHaveLength(1);
  vi.advanceTimersByTime(10_000);
  expect(streams.map(({ isClosed }) => isClosed)).toEqual([true, false]);
});

test('a stream that is refused makes the page ask who is signed in, once', () => {
  const { streams, told } = listen();
  for (const wait of [2_000, 4_000, 8_000]) {
    streams.at(-1)?.dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(wait);
  }
  expect([streams.length, told]).toEqual([4, ['signed out']]);
});
