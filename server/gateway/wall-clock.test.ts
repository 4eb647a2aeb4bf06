import { expect, onTestFinished, test, vi } from 'vitest';
import { json } from './testing/fake-reservie.ts';
import { JANE, startGateway } from './testing/gateway-under-test.ts';

const MINUTE = 60_000;
const PROFILE = '/api/customers/cust_123/profile';

/** Moves the clock on the wall, and the one that measures how much time has passed. */
function moveClocks(by: { wallMs: number; passedMs: number }): void {
  const [wall, passed] = [Date.now.bind(Date), performance.now.bind(performance)];
  vi.spyOn(Date, 'now').mockImplementation(() => wall() + by.wallMs);
  vi.spyOn(performance, 'now').mockImplementation(() => passed() + by.passedMs);
  onTestFinished(() => void vi.restoreAllMocks());
}

async function start() {
  const gateway = await startGateway();
  const read = async () => {
    const { statusCode, headers, json: body } = await gateway.ask(PROFILE);
    return [statusCode, headers['x-stale'], body<{ data: { firstname: string } }>().data.firstname];
  };
  gateway.upstream.behave('GET /customer/cust_123/profile', json(200, { data: JANE }));
  expect(await read()).toEqual([200, undefined, 'Jane']);
  gateway.upstream.behave('GET /customer/cust_123/profile', json(200, { data: { ...JANE, firstname: 'Janet' } }));
  return { read };
}

test('a wall clock that is set back by a day does not keep an old answer fresh', async () => {
  const { read } = await start();
  moveClocks({ wallMs: -24 * 60 * MINUTE, passedMs: 10 * MINUTE });
  await expect.poll(read).toEqual([200, undefined, 'Janet']);
});

test('one that is set forward by an hour makes no fresh answer old', async () => {
  const { read } = await start();
  moveClocks({ wallMs: 60 * MINUTE, passedMs: 0 });
  for (let again = 0; again < 3; again += 1) expect(await read()).toEqual([200, undefined, 'Jane']);
});
