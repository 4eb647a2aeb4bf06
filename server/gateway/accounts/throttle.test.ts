import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { PASSWORD, type TestGateway, enter, openBrowser, startTestGateway } from '../testing/test-gateway.ts';
import { LIMITS, networkOf } from './throttle.ts';

const MINUTE = 60_000;
const PROXY = '10.0.0.1';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ trustedProxies: [PROXY, '10.9.0.0/16'] });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => gateway.close());

/** A client at this address, behind the studio's proxy. */
function from(address: string) {
  const { ask, cookies } = openBrowser(gateway.app, { ip: PROXY });
  return {
    cookies,
    ask: (request: Parameters<typeof ask>[0]) =>
      ask({ ...request, headers: { 'x-forwarded-for': address, ...request.headers } }),
  };
}

async function guess(browser: ReturnType<typeof from>, email: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) {
    statuses.push((await enter(browser, email, 'a wrong password')).statusCode);
  }
  return statuses;
}

describe('guessing passwords', () => {
  test('of one account is slowed down after ten failures, wherever they come from, until the quarter of an hour is over', async () => {
    await gateway.hire('ada@studio.test');
    const statuses: number[] = [];
    for (let n = 1; n <= LIMITS.account + 2; n += 1) {
      statuses.push(...(await guess(from(`203.0.113.${n}`), 'ada@studio.test', 1)));
    }
    expect(statuses).toEqual([...Array.from({ length: LIMITS.account }, () => 400), 429, 429]);

    const right = await enter(from('203.0.113.200'), 'ada@studio.test');
    expect(right.json()).toMatchObject({ code: 'too_many_attempts' });
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(14 * 60);
    vi.useFakeTimers({ now: Date.now() + 15 * MINUTE, toFake: ['Date'] });
    expect((await enter(from('203.0.113.200'), 'ada@studio.test')).statusCode).toBe(200);
  });

  test('does not lock a user out on a device on which they have signed in before', async () => {
    await gateway.hire('ben@studio.test');
    const [known, attacker] = [from('198.51.100.1'), from('198.51.100.66')];
    await enter(known, 'ben@studio.test');
    await known.ask({ method: 'DELETE', url: '/api/session' });
    expect((await guess(attacker, 'ben@studio.test', LIMITS.account + 5)).at(-1)).toBe(429);
    expect((await enter(from('198.51.100.2'), 'ben@studio.test')).statusCode).toBe(429);
    expect((await enter(known, 'ben@studio.test')).json()).toEqual({ next: 'signed_in' });
  });

  test('is slowed down on a known device too', async () => {
    await gateway.hire('cat@studio.test');
    const device = from('198.51.100.3');
    await enter(device, 'cat@studio.test');
    await device.ask({ method: 'DELETE', url: '/api/session' });
    expect((await guess(device, 'cat@studio.test', LIMITS.device + 1)).at(-1)).toBe(429);
  });

  test('of many accounts from one address is slowed down, and of no other address', async () => {
    await gateway.hire('dan@studio.test');
    await gateway.hire('eve@studio.test');
    const office = from('192.0.2.1');
    await enter(office, 'dan@studio.test');
    await office.ask({ method: 'DELETE', url: '/api/session' });

    const attacker = from('192.0.2.1');
    const statuses: number[] = [];
    for (let n = 0; n <= LIMITS.address; n += 1) statuses.push(...(await guess(attacker, `a${n}@b.test`, 1)));
    expect(statuses.indexOf(429)).toBe(LIMITS.address);

    // In the same office: a stranger's device waits, the one that is known does not; elsewhere no device waits.
    expect((await enter(from('192.0.2.1'), 'eve@studio.test')).statusCode).toBe(429);
    expect((await enter(office, 'dan@studio.test')).statusCode).toBe(200);
    expect((await enter(from('192.0.2.2'), 'eve@studio.test')).statusCode).toBe(200);
  });

  test('side by side is counted as if it were one after the other', async () => {
    await gateway.hire('fay@studio.test');
    const guesses = Array.from({ length: LIMITS.account + 10 }, (_, n) =>
      enter(from(`203.0.113.${n}`), 'fay@studio.test', 'a wrong password'),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ statusCode }) => statusCode === 400)).toHaveLength(LIMITS.account);
  });

  test('leaves those who are signed in alone', async () => {
    await gateway.hire('gil@studio.test');
    const gil = from('198.51.100.9');
    await enter(gil, 'gil@studio.test');
    await guess(from('198.51.100.9'), 'gil@studio.test', LIMITS.account + 1);
    expect((await gil.ask({ url: '/api/studio' })).statusCode).toBe(200);
  });

  test('by a thief of a session, to change the password, is slowed down for that thief alone', async () => {
    await gateway.hire('hal@studio.test');
    const thief = from('198.51.100.10');
    await enter(thief, 'hal@studio.test');
    const statuses: number[] = [];
    for (let n = 0; n <= LIMITS.confirmation; n += 1) {
      const payload = { current: `guess number ${n}`, next: 'mine from now on' };
      statuses.push((await thief.ask({ method: 'POST', url: '/api/account/password', payload })).statusCode);
    }
    expect(statuses.indexOf(429)).toBe(LIMITS.confirmation);
    expect((await enter(from('198.51.100.11'), 'hal@studio.test', PASSWORD)).statusCode).toBe(200);
  });
});

async function isCountedAs(address: string, request: { ip: string; header: string }): Promise<boolean> {
  const email = `${Math.random()}@b.test`;
  const key = `address:${networkOf(address)}`;
  const count = async () => {
    const { db } = gateway.store;
    const row = await db.selectFrom('throttle').select('attempts').where('key', '=', key).executeTakeFirst();
    return row?.attempts ?? 0;
  };
  const before = await count();
  const { ask } = openBrowser(gateway.app, { ip: request.ip });
  const headers = { 'x-forwarded-for': request.header, 'x-desk-client-address': '1.2.3.4', 'x-real-ip': '1.2.3.4' };
  await ask({ method: 'POST', url: '/api/session', payload: { email, password: 'x' }, headers });
  return (await count()) === before + 1;
}

describe('an address', () => {
  test.each([
    ['what the trusted proxy says', '203.0.113.50', { ip: PROXY, header: '203.0.113.50' }],
    [
      'the last one that no trusted proxy says of itself',
      '203.0.113.51',
      { ip: PROXY, header: '203.0.113.51, 10.9.1.2' },
    ],
    ['not what a client made the proxy repeat', '203.0.113.52', { ip: PROXY, header: '1.2.3.4, 203.0.113.52' }],
    ['not what a client says that is no proxy', '203.0.113.53', { ip: '203.0.113.53', header: '1.2.3.4' }],
    ['the whole network of an IPv6 address', '2001:db8:1:2::', { ip: PROXY, header: '2001:db8:1:2:aaaa::9' }],
  ])('is %s', async (_, address, request) => {
    expect(await isCountedAs(address, request)).toBe(true);
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
