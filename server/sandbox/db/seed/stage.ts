import type { Purchases, Line, Payment } from './purchases.ts';
import { payByCard } from './activity.ts';
import { DAY } from './calendar.ts';
import type { Random } from '#kit/random.ts';
import type { Records } from './records.ts';
import type { PlannedDate, PlannedEvent, Timetable } from './timetable.ts';
import type { Wallet } from './wallet.ts';

/** What a persona's story is told with. */
export interface Stage {
  /** The persona's database key. */
  id: number;
  now: number;
  purchases: Purchases;
  records: Records;
  timetable: Timetable;
  wallet: Wallet;
  random: Random;
}

export interface Scene {
  payment?: Payment;
  guest?: number;
  isCancelled?: boolean;
  isRefunded?: boolean;
}

export function lineOf(stage: Stage, date: PlannedDate, scene: Scene = {}): Line {
  const { payment = payByCard(date.event, 1), guest, isCancelled = false, isRefunded = false } = scene;
  const attended = date.startsAt < stage.now && !isCancelled ? true : null;
  return { date, guest, spaces: 1, isCancelled, isRefunded, attended, payment };
}

/** One purchase of one booking, `days` before the class, but never later than a minute ago. */
export function buyOne(stage: Stage, date: PlannedDate, days: number, scene: Scene = {}): void {
  stage.purchases.buy(stage.id, purchaseTime(stage, date, days), [lineOf(stage, date, scene)]);
}

export function purchaseTime(stage: Stage, date: PlannedDate, days: number): number {
  return Math.min(stage.now - 60_000 * (1 + (date.id % 600)), date.startsAt - days * DAY);
}

export function eventNamed(timetable: Timetable, name: string): PlannedEvent {
  const event = timetable.venues[0]?.find((each) => each.name === name);
  if (!event) throw new Error(`No ${name} on the timetable`);
  return event;
}

/** The first `count` dates that start `days` or more from now. */
export function datesAfter(stage: Stage, event: PlannedEvent, days: number, count: number): PlannedDate[] {
  return event.dates.filter((date) => date.startsAt >= stage.now + days * DAY).slice(0, count);
}

/** The last `count` dates that started `days` or more before now, oldest first. */
export function datesBefore(stage: Stage, event: PlannedEvent, days: number, count: number): PlannedDate[] {
  return event.dates.filter((date) => date.startsAt <= stage.now - days * DAY).slice(-count);
}
