import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EventStream } from './live-client.ts';
import { SharedStream, type StreamParts } from './shared-stream.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

class FakeSource {
  readonly url: string;
  readonly #listeners: Parameters<EventStream['addEventListener']>[] = [];
  isClosed = false;

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(...listener: Parameters<EventStream['addEventListener']>): void {
    this.#listeners.push(listener);
  }

  close(): void {
    this.isClosed = true;
  }

  say(type: string, data?: unknown, lastEventId = ''): void {
    const event = new MessageEvent<unknown>(type, { data: JSON.stringify(data), lastEventId });
    for (const [name, listener] of this.#listeners) if (name === type) listener(event);
    settle();
  }
}

/** Messages between windows take a moment. */
function settle(): void {
  vi.advanceTimersByTime(10);
}

/** The lock goes from one to the next. */
async function grant(queue: (() => Promise<void>)[]): Promise<void> {
  for (let first = queue[0]; first; first = queue[0]) {
    await first();
    queue.shift();
  }
}

/** One browser: its locks, its channels, and every connection that was opened. */
function startBrowser() {
  const sources: FakeSource[] = [];
  const channels = new Map<string, Set<EventTarget>>();
  const queues = new Map<string, (() => Promise<void>)[]>();

  const parts: StreamParts = {
    lock: (name, signal, work) => {
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      queue.push(work);
      signal.addEventListener('abort', () => {
        if (queue.indexOf(work) > 0) queue.splice(queue.indexOf(work), 1);
      });
      if (queue.length === 1) void grant(queue);
      return Promise.resolve();
    },
    openChannel: (name) => {
      const here = new EventTarget();
      const all = channels.get(name) ?? new Set();
      channels.set(name, all.add(here));
      return {
        addEventListener: here.addEventListener.bind(here),
        postMessage: (data: unknown) => {
          const others = [...all].filter((one) => one !== here);
          setTimeout(() => others.forEach((one) => one.dispatchEvent(new MessageEvent('message', { data }))), 1);
        },
        close: () => void all.delete(here),
      };
    },
    openSource: (url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source;
    },
  };

  function open(after?: string, name = 'desk of dee') {
    const url = after === undefined ? '/api/events' : `/api/events?after=${after}`;
    const stream = new SharedStream(name, url, parts);
    const heard: string[] = [];
    for (const type of ['session', 'customer', 'directory', 'bye', 'error']) {
      stream.addEventListener(type, (event) => {
        heard.push(`${type} ${String(event.data)}`);
      });
    }
    settle();
    return { stream, heard, close: () => stream.close() };
  }
  function say(data: unknown): void {
    for (const all of channels.values()) {
      for (const one of all) one.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
  return { sources, open, say };
}

test('seven windows have one connection, and all hear what comes', () => {
  const browser = startBrowser();
  const windows = Array.from({ length: 7 }, () => browser.open());
  browser.sources[0]?.say('session', { view: 'dee' }, 'run-0');
  browser.sources[0]?.say('customer', 1, 'run-1');
  vi.advanceTimersByTime(60_000);
  expect(browser.sources).toHaveLength(1);
  for (const { heard } of windows) expect(heard).toEqual(['session {"view":"dee"}', 'customer 1']);
});

test('when the window that has the connection is closed, another one goes on after the last event', async () => {
  const browser = startBrowser();
  const [first, second, third] = [browser.open(), browser.open(), browser.open()];
  browser.sources[0]?.say('session', { view: 'dee' }, 'run-0');
  browser.sources[0]?.say('customer', 1, 'run-1');
  first.close();
  await expect.poll(() => browser.sources).toHaveLength(2);
  expect(browser.sources.map(({ url, isClosed }) => [url, isClosed])).toEqual([
    ['/api/events', true],
    ['/api/events?after=run-1', false],
  ]);
  browser.sources[1]?.say('session', { view: 'dee' }, 'run-1');
  browser.sources[1]?.say('customer', 2, 'run-2');
  for (const { heard } of [second, third]) expect(heard.slice(-1)).toEqual(['customer 2']);
  second.close();
  await expect.poll(() => browser.sources[2]?.url).toBe('/api/events?after=run-2');
  expect(third.heard.filter((one) => one.startsWith('customer'))).toEqual(['customer 1', 'customer 2']);
});

test('a window that comes back is told what it missed, or to read the list again', () => {
  const browser = startBrowser();
  browser.open();
  browser.sources[0]?.say('session', { view: 'dee' }, 'run-0');
  for (const count of [1, 2, 3]) browser.sources[0]?.say('customer', count, `run-${count}`);
  expect(browser.open('run-1').heard).toEqual(['session {"view":"dee"}', 'customer 2', 'customer 3']);
  expect(browser.open('run-3').heard).toEqual(['session {"view":"dee"}']);
  expect(browser.open('another-9').heard).toEqual(['session {"view":"dee"}', 'directory {"asOf":null}']);
  expect(browser.open().heard).toEqual(['session {"view":"dee"}']);
  expect(browser.sources).toHaveLength(1);
});

test('the end of a session, and a failure, reach every window', () => {
  const browser = startBrowser();
  const windows = [browser.open(), browser.open()];
  browser.sources[0]?.say('session', { view: 'dee' }, 'run-0');
  browser.sources[0]?.say('bye', { reason: 'signed_out' });
  browser.sources[0]?.say('error', null);
  for (const { heard } of windows) {
    expect(heard.slice(1)).toEqual(['bye {"reason":"signed_out"}', 'error null']);
  }
});

test('windows with different users in them share nothing', () => {
  const browser = startBrowser();
  const [dee, mo] = [browser.open(undefined, 'desk of dee'), browser.open(undefined, 'manager mo')];
  browser.sources[0]?.say('session', { view: 'dee' });
  expect(browser.sources).toHaveLength(2);
  expect([dee.heard, mo.heard]).toEqual([['session {"view":"dee"}'], []]);
});

test('a window that is never answered listens by itself, and follows once it is', async () => {
  const browser = startBrowser();
  const [first, second] = [browser.open(), browser.open()];
  vi.advanceTimersByTime(5_000);
  expect(browser.sources).toHaveLength(2);
  browser.sources[1]?.say('session', { view: 'dee' }, 'run-4');
  browser.sources[0]?.say('session', { view: 'dee' }, 'run-4');
  expect(browser.sources.map(({ isClosed }) => isClosed)).toEqual([false, true]);
  browser.sources[0]?.say('customer', 5, 'run-5');
  for (const { heard } of [first, second]) expect(heard.filter((one) => one === 'customer 5')).toHaveLength(1);
});

test('a window that was closed before its turn takes no connection, and what no version says is ignored', async () => {
  const browser = startBrowser();
  const [first, second, third] = [browser.open(), browser.open(), browser.open()];
  second.close();
  for (const said of [7, null, { kind: 'later' }, { kind: 'heard', event: { type: 'customer' } }]) browser.say(said);
  first.close();
  await expect.poll(() => browser.sources).toHaveLength(2);
  expect(third.heard).toEqual([]);
  third.close();
  expect(browser.sources.every(({ isClosed }) => isClosed)).toBe(true);
});
