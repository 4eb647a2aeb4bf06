import { setTimeout as sleep } from 'node:timers/promises';
import { type Answered, DeskPage } from './desk-page.ts';

export interface Work {
  url: string;
  cookie: string;
  /** Of this member of staff, from 0. */
  number: number;
  /** Whom the desk deals with just now; changes with the time of day. */
  atTheDesk: () => readonly string[];
  allCustomers: readonly string[];
  until: number;
  random: () => number;
  note: (answered: Answered) => void;
}

/** Of the customers who are opened, those who were not looked at lately: a phone call. */
const STRANGERS = 0.1;
/** One in so many customers who are opened is saved; which one differs from one member of staff to the next. */
const SAVED_IN = 5;
/** The pointer rests on a tab on its way elsewhere. */
const PASSING_BY = 0.25;
/** From one customer to the next, in milliseconds. */
const PAUSE = { least: 20_000, most: 40_000 };
/** Long enough to read a summary. */
const LOOK = { least: 2_000, most: 8_000 };

/** One member of staff, from sign-on to the end: opens a customer, now and then saves or points at a tab, goes back to the list. */
export async function work({ url, cookie, number, atTheDesk, allCustomers, until, random, note }: Work): Promise<void> {
  const page = new DeskPage(url, cookie, note);
  const between = ({ least, most }: typeof PAUSE) => least + random() * (most - least);
  let etag: string | undefined;

  async function openList(): Promise<void> {
    const { headers } = await page.ask(
      'list',
      '/api/customers',
      etag === undefined ? {} : { headers: { 'if-none-match': etag } },
    );
    etag = headers.get('etag') ?? etag;
  }

  await openList();
  for (let opened = number; Date.now() < until; opened += 1) {
    const next = Date.now() + between(PAUSE);
    const customer = pick(random() < STRANGERS ? allCustomers : atTheDesk(), random);
    const profile = await page.open(customer);
    await sleep(between(LOOK));
    if (random() < PASSING_BY) {
      const path = `/api/customers/${customer}/videos?page=0&pageSize=100`;
      await page.ask('prefetch', path, { headers: { 'x-lane': 'prefetch' } });
    }
    if (opened % SAVED_IN === SAVED_IN - 1) {
      await page.save(customer, profile, `07700 9${String(Math.floor(random() * 1e5)).padStart(5, '0')}`);
    }
    await openList();
    await sleep(Math.min(Math.max(next, Date.now()), until) - Date.now());
  }
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
