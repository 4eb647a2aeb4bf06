import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { fakeSchedule } from '../testing/fake-schedule.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { LocalBus } from './event-bus.ts';
import { LiveEvents, type Watcher } from './live-events.ts';

const DEE = { staffId: 'dee', audience: 'full', view: 'a-view' } as const;

function start() {
  const bus = new LocalBus();
  const events = new LiveEvents(bus, fakeSchedule().schedule);
  const open = (after?: string) => String(events.open(DEE, () => Promise.resolve(DEE), after).read());
  const publish = (count: number, email: string) => {
    const profile = { ...JANE, id: CustomerId.parse(JANE.id), email };
    for (let at = 0; at < count; at += 1) bus.publish({ kind: 'profile', profile, by: 'Dee', state: 'saved' });
  };
  return { bus, events, open, publish, idOf: (text: string) => /^id: (\S+)$/m.exec(text)?.[1] };
}

test('a browser that comes back gets what it has missed', () => {
  const { open, publish, idOf } = start();
  const id = idOf(open());
  publish(3, 'jane@example.com');
  expect(open(id).match(/^event: customer$/gm)).toHaveLength(3);
});

test('one that has missed too much to send at once is told to read the list', () => {
  const { events, open, publish, idOf } = start();
  const id = idOf(open());
  publish(400, `${'j'.repeat(2_000)}@example.com`);
  const answer = open(id);
  expect(answer.length).toBeLessThan(10_000);
  expect(answer).toContain('event: directory\ndata: {"asOf":null}');
  // It stays connected, and gets what comes next.
  expect(events.size).toBeGreaterThan(0);
});

test('many messages about sessions in a row cost two looks at each stream, and the last one is heeded', async () => {
  const { bus, events } = start();
  const looks: ((watcher: Watcher | undefined) => void)[] = [];
  const identify = () => new Promise<Watcher | undefined>((resolve) => looks.push(resolve));
  const stream = events.open(DEE, identify, undefined);
  for (let count = 0; count < 50; count += 1) bus.publish({ kind: 'sessions' });
  expect(looks).toHaveLength(1);
  looks[0]?.(DEE);
  await expect.poll(() => looks.length).toBe(2);
  looks[1]?.(undefined);
  await expect.poll(() => String(stream.read() ?? '')).toContain('signed_out');
  expect(looks).toHaveLength(2);
  // A look that has ended keeps no later one from being taken.
  events.open(DEE, identify, undefined);
  bus.publish({ kind: 'sessions' });
  await expect.poll(() => looks.length).toBeGreaterThan(2);
});
