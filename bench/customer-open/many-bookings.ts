import type { Page } from '@playwright/test';

const DAY_MS = 86_400_000;
const CLASSES = ['Vinyasa Flow', 'Yin & Restore', 'Pilates Mat', 'Monday Yoga', 'Hot Barre', 'Breathwork'];
const PAID = [
  { method: 'CARD', currency: 'GBP', base100gross_price: 1200, base100net_price: 1000 },
  { method: 'PASS', currency: 'CR', credits_used: 1 },
  { method: 'CASH' },
];

/** Answers a customer's purchases in the gateway's place, as the gateway would for so many bookings, four to a purchase. */
export async function serveManyBookings(page: Page, customerId: string, count: number): Promise<void> {
  const jane = {
    id: customerId,
    type: 'customer',
    firstname: 'Bethan',
    lastname: 'Quillfeather',
    email: 'b@example.com',
  };
  const kit = { id: 'cust_131', type: 'customer', firstname: 'Kit', lastname: 'Quillfeather', email: 'k@example.com' };
  const now = Date.now();
  const total = Math.ceil(count / 4);
  await page.route(`**/api/customers/${customerId}/bookings?*`, async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const [number, pageSize] = [Number(asked.get('page') ?? 0), Number(asked.get('pageSize') ?? 30)];
    const data = Array.from({ length: Math.max(0, Math.min(pageSize, total - number * pageSize)) }, (_, index) =>
      purchase(number * pageSize + index),
    );
    await route.fulfill({ json: { data, total, page: number, pageSize } });
  });

  function purchase(at: number) {
    const bookings = [0, 1, 2, 3].map((place) => {
      const nth = at * 4 + place;
      return {
        id: `booking_9${nth}`,
        type: 'event-booking',
        is_cancelled: nth % 7 === 0,
        is_refunded: nth % 11 === 0,
        purchased_by: jane,
        ...(nth % 3 === 0 && { bought_for: kit }),
        spaces: 1 + (nth % 2),
        event: {
          id: `evt_9${nth % 6}`,
          type: 'event',
          name: CLASSES[nth % CLASSES.length],
          // From thirteen years ago until a few weeks ahead.
          date: {
            id: `date_9${nth}`,
            type: 'event_date',
            datetime: wall(now + (60 - nth) * DAY_MS),
            tz: 'Europe/London',
            duration: 60,
          },
        },
        payment: PAID[nth % PAID.length],
        pricing_option: { id: 'po-1' },
      };
    });
    return { id: `txn_9${at}`, type: 'event-booking', purchase_date: wall(now - at * 4 * DAY_MS), bookings };
  }
}

function wall(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 10)}T18:30:00`;
}
