import { describe, expect, onTestFinished, test } from 'vitest';
import { makeBuiltPage } from '../testing/built-page.ts';
import { json, startFakeReservie } from '../testing/fake-reservie.ts';
import { JANE } from '../testing/gateway-under-test.ts';
import { startTestGateway } from '../testing/test-gateway.ts';

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const { webRoot } = makeBuiltPage();

describe('a customer’s bookings', () => {
  const URL = '/customers/cust_123/bookings';
  const READ = { url: '/api/customers/cust_123/bookings?startDate=2000-01-01&page=0&pageSize=100' };
  const PURCHASE = {
    id: 'txn_1',
    type: 'event-booking',
    purchase_date: '2026-11-05T10:00:00',
    bookings: [
      {
        id: 'booking_1',
        type: 'event-booking',
        is_cancelled: false,
        is_refunded: false,
        spaces: 1,
        purchased_by: JANE,
        event: {
          id: 'evt_1',
          type: 'event',
          name: 'Mat Pilates',
          date: {
            id: 'date_1',
            type: 'event_date',
            datetime: '2026-11-26T07:00:00',
            tz: 'Europe/London',
            duration: 45,
          },
        },
        pricing_option: { id: 'po-1' },
        payment: { method: 'CASH' },
      },
    ],
  };

  async function openBookings(role: 'viewer' | 'desk', clock?: () => number) {
    const upstream = await startFakeReservie();
    upstream.behave('GET /customer/cust_123/bookings', json(200, { data: [PURCHASE], total: 1 }));
    const gateway = await startTestGateway({ webRoot, reservie: upstream.account, ...(clock && { clock }) });
    onTestFinished(async () => {
      await gateway.close();
      await upstream.close();
    });
    const { ask } = await gateway.signIn(role);
    return {
      ask,
      calls: upstream.calls,
      show: async (url: string, headers = {}) => ask({ url, headers: { ...HTML, ...headers } }),
    };
  }

  test.each(['viewer', 'desk'] as const)(
    'come with the page as a %s may see them, once they are there',
    async (role) => {
      const { ask, calls, show } = await openBookings(role);
      const before = (await show(URL)).body;
      expect([before.includes('skeletons of a tab'), before.includes('bookings?startDate')]).toEqual([true, true]);
      expect(calls).toEqual([]);

      const answer: unknown = (await ask(READ)).json();
      const asked = calls.length;
      const { body, headers } = await show(URL);
      expect([body.includes('skeletons of a tab'), body.includes('bookings?startDate')]).toEqual([false, false]);
      expect([calls.length, headers['cache-control']]).toEqual([asked, 'no-store']);
      // What is read of a profile is recorded: the page asks for it.
      expect(body).toContain('href="/api/customers/cust_123/profile"');
      const data: unknown = JSON.parse(/id="customer-at-hand">(.*?)<\/script>/.exec(body)?.[1] ?? '');
      expect(data).toMatchObject({ customerId: 'cust_123', records: { purchases: { answer } } });
      expect(body.includes('Smith')).toBe(role === 'desk');
      expect(body).toMatch(role === 'desk' ? '<bdi>Jane Smith</bdi>' : '<bdi>Jane S.</bdi>');
    },
  );

  test.each([`${URL}?by=purchase`, '/customers/cust_123', '/customers/cust_124/bookings', '/customers'])(
    'do not come with %s',
    async (url) => {
      const { ask, show } = await openBookings('desk');
      await ask(READ);
      expect((await show(url)).body).not.toMatch(/Smith|Pilates|customer-at-hand/);
    },
  );

  test('do not come when they may be out of date', async () => {
    let now = Date.now();
    const { ask, show } = await openBookings('desk', () => now);
    await ask(READ);
    now += 3 * 60_000;
    expect((await show(URL)).body).not.toContain('Pilates');
  });
});
