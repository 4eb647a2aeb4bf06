import { setTimeout as sleep } from 'node:timers/promises';

export interface Answered {
  what: 'list' | 'page' | 'prefetch' | 'save';
  status: number;
  ms: number;
  /** Answered without asking Reservie: older than the request. */
  isCached: boolean;
  isStale: boolean;
}

export interface Studio {
  url: string;
  cookie: string;
  /** Whom the desk deals with just now; changes with the time of day. */
  atTheDesk: () => readonly string[];
  allCustomers: readonly string[];
  until: number;
  random: () => number;
  note: (answered: Answered) => void;
  /** The part of customers who are saved once they have been opened, from 0 to 1. */
  saves: number;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

const TABS = [
  'passes',
  'passes',
  'passes',
  'passes',
  'notes',
  'notes',
  'notes',
  'subscriptions',
  'appointments',
  'videos',
];
/** The pointer rests on a tab on its way elsewhere; the others are not read ahead, because reading them is recorded. */
const PASSING_BY = 0.25;
const READ_AHEAD = ['passes', 'subscriptions', 'videos'];
/** A customer who was not looked at lately: a phone call. */
const STRANGERS = 0.03;

/** One member of staff, from sign-on to the end: looks people up, opens a tab, goes back to the list. */
export async function work(studio: Studio): Promise<void> {
  const { url, cookie, random, note } = studio;
  let etag: string | undefined;
  let customer = pick(studio.atTheDesk(), random);

  async function ask(
    what: Answered['what'],
    path: string,
    init: Asked = {},
  ): Promise<{ headers: Headers; text: string }> {
    const began = Date.now();
    const start = performance.now();
    const response = await fetch(url + path, { ...init, headers: { cookie, origin: url, ...init.headers } });
    const text = await response.text();
    const asOf = response.headers.get('x-as-of');
    note({
      what,
      status: response.status,
      ms: performance.now() - start,
      isCached: asOf !== null && Date.parse(asOf) < began,
      isStale: response.headers.has('x-stale'),
    });
    return { headers: response.headers, text };
  }

  async function openList(): Promise<void> {
    const response = await ask(
      'list',
      '/api/customers',
      etag === undefined ? {} : { headers: { 'if-none-match': etag } },
    );
    etag = response.headers.get('etag') ?? etag;
  }

  async function save(profile: string): Promise<void> {
    const { data } = JSON.parse(profile) as { data?: { mobile: string } };
    if (!data) return;
    const body = JSON.stringify({
      mobile: { from: data.mobile, to: `07700 9${String(Math.floor(random() * 1e5)).padStart(5, '0')}` },
    });
    const headers = { 'content-type': 'application/json' };
    await ask('save', `/api/customers/${customer}/profile`, { method: 'PATCH', body, headers });
  }

  await openList();
  while (Date.now() < studio.until) {
    const choice = random();
    if (choice < 0.15) {
      await openList();
    } else if (choice < 0.4) {
      await ask('page', `/api/customers/${customer}/${pick(TABS, random)}?page=0&pageSize=30`);
    } else {
      customer = pick(random() < STRANGERS ? studio.allCustomers : studio.atTheDesk(), random);
      const [opened] = await Promise.all([
        ask('page', `/api/customers/${customer}/profile`),
        ask('page', `/api/customers/${customer}/bookings?startDate=2000-01-01`),
      ]);
      if (random() < studio.saves) await save(opened.text);
      if (random() < PASSING_BY) {
        const tab = pick(READ_AHEAD, random);
        await ask('prefetch', `/api/customers/${customer}/${tab}?page=0&pageSize=30`, {
          headers: { 'x-lane': 'prefetch' },
        });
      }
    }
    await sleep(2_000 + random() * 8_000);
  }
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
