import type { Purchases, Line, Payment } from './purchases.ts';
import { DAY, HOUR, WEEK } from './calendar.ts';
import { type Pass, passes } from './pass-catalogue.ts';
import type { Random } from '#kit/random.ts';
import type { PlannedDate, PlannedEvent } from './timetable.ts';
import type { Package, Wallet } from './wallet.ts';

/** How a customer pays; members also have a subscription, which fills their wallet. */
type Habit = 'card' | 'pass' | 'member';

export interface Regular {
  id: number;
  habit: Habit;
  guests: readonly number[];
  /** How many bookings to make. */
  visits: number;
  /** Milliseconds since 1970. */
  joinedAt: number;
  /** The last moment at which a class of theirs begins; archived customers come no more. */
  until?: number;
  events: readonly PlannedEvent[];
}

interface Visit {
  date: PlannedDate;
  at: number;
}

const UNDOCUMENTED_METHODS = ['CASH', 'GIFT_VOUCHER', 'BANK_TRANSFER'];

/** Plans a customer's classes within the places left, and books them in the order in which they were bought. */
export function attend(regular: Regular, wallet: Wallet, purchases: Purchases, random: Random, now: number): void {
  const visits = planVisits(regular, random, now);
  const byEvent = Math.max(1, Math.round(visits.length * 0.06));
  let left = visits.length;
  for (let index = 0; index < visits.length && left > 0;) {
    const first = visits[index];
    if (!first) break;
    const together = first.date.event.courseLength > 1 || random.chance(byEvent / visits.length) ? random.int(2, 4) : 1;
    const group = visits.slice(index, index + together).filter((visit) => visit.date.startsAt > first.at);
    index += Math.max(1, group.length);
    const lines: Line[] = [];
    for (const { date } of group.length > 0 ? group : [first]) {
      for (const guest of guestsFor(regular, Math.min(left - lines.length, date.free), random)) {
        lines.push(lineFor(date, guest, first.at, regular, wallet, random, now));
      }
    }
    left -= lines.length;
    if (lines.length > 0) purchases.buy(regular.id, first.at, lines);
  }
}

function planVisits(regular: Regular, random: Random, now: number): Visit[] {
  const favourites = Array.from({ length: random.int(1, 4) }, () => random.pick(regular.events));
  const chosen = new Set<number>();
  const visits: Visit[] = [];
  for (let tries = regular.visits * 6; tries > 0 && visits.length < regular.visits; tries -= 1) {
    const event = random.chance(0.75) ? random.pick(favourites) : random.pick(regular.events);
    const date = random.pick(event.dates);
    const isFar = date.startsAt > now + 4 * WEEK;
    if (
      date.startsAt < regular.joinedAt ||
      date.startsAt > (regular.until ?? Number.POSITIVE_INFINITY) ||
      date.free < 2 ||
      chosen.has(date.id) ||
      (isFar && random.chance(0.6))
    )
      continue;
    chosen.add(date.id);
    visits.push({ date, at: boughtAt(date.startsAt, regular.joinedAt, random, now) });
  }
  return visits.toSorted((a, b) => a.at - b.at || a.date.id - b.date.id);
}

/** Mostly in the week before, some long before, and never later than now. */
function boughtAt(startsAt: number, joinedAt: number, random: Random, now: number): number {
  const lead = random.chance(0.1) ? random.int(14, 60) * DAY : Math.floor(random.next() ** 2 * 10 * DAY);
  const usual = startsAt - HOUR - lead;
  const at = usual < now ? usual : now - Math.floor(random.next() ** 1.2 * 35 * DAY) - random.int(1, 600) * 1000;
  return Math.max(at, Math.min(joinedAt, startsAt - HOUR));
}

/** Whom one date is booked for: undefined is the purchaser. */
function guestsFor(regular: Regular, most: number, random: Random): (number | undefined)[] {
  if (regular.guests.length === 0 || !random.chance(0.45)) return [undefined];
  const party: (number | undefined)[] = [...regular.guests];
  if (random.chance(0.3)) party.unshift(undefined);
  return party.slice(0, Math.max(1, most));
}

function lineFor(
  date: PlannedDate,
  guest: number | undefined,
  at: number,
  regular: Regular,
  wallet: Wallet,
  random: Random,
  now: number,
): Line {
  const spaces = regular.guests.length === 0 && date.free > 3 && random.chance(0.03) ? random.int(2, 3) : 1;
  const fate = random.next();
  const isCancelled = fate < 0.09;
  const isRefunded = fate < 0.06 || (fate >= 0.09 && fate < 0.1);
  const isOver = date.startsAt < now;
  const attended = isOver && !isCancelled && random.chance(0.93) ? random.chance(0.9) : null;
  const payment = pay(date, spaces, at, isRefunded, regular, wallet, random);
  return { date, guest, spaces, isCancelled, isRefunded, attended, payment };
}

function pay(
  date: PlannedDate,
  spaces: number,
  at: number,
  isRefunded: boolean,
  regular: Regular,
  wallet: Wallet,
  random: Random,
): Payment {
  const { event, startsAt } = date;
  const credits = event.credits * spaces;
  if (credits > 0 && regular.habit !== 'card') {
    const owned =
      wallet.usable(at, startsAt, credits) ??
      (random.chance(0.8) ? buyPass(wallet, at - random.int(1, 90) * 1000, date, regular.habit, random) : undefined);
    if (owned && owned.pass.credits - owned.used >= credits) return payWithPass(owned, credits, isRefunded);
  }
  if (random.chance(0.03)) return { method: random.pick(UNDOCUMENTED_METHODS) };
  return payByCard(event, spaces, random.chance(0.08) ? 0.9 : 1);
}

/** Refunded credits go back onto the pass. */
export function payWithPass(owned: Package, credits: number, isRefunded: boolean): Payment {
  if (!isRefunded) owned.used += credits;
  return { method: 'PASS', currency: 'CR', credits, package: owned.id };
}

/** `share` below 1 is a discount: net is what was paid. */
export function payByCard(event: PlannedEvent, spaces: number, share = 1): Payment {
  const gross = event.price * spaces;
  return { method: 'CARD', currency: event.currency, gross, net: Math.round(gross * share) };
}

function buyPass(wallet: Wallet, at: number, date: PlannedDate, habit: Habit, random: Random): Package | undefined {
  if (habit === 'member') return undefined;
  const pass = choosePass(wallet, date.event.credits, random);
  if (pass.validDays !== null && at + pass.validDays * DAY < date.startsAt) return undefined;
  return wallet.add(pass, at);
}

const everydayPasses: readonly Pass[] = [passes.five, passes.ten, passes.ten, passes.twenty, passes.unlimitedMonth];

function choosePass(wallet: Wallet, credits: number, random: Random): Pass {
  if (credits > 1) return passes.pottery;
  if (!wallet.has(passes.intro) && random.chance(0.5)) return passes.intro;
  return random.chance(0.03) ? passes.gift : random.pick(everydayPasses);
}
