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

/** The same for each of several dates; `sceneOf` is asked anew for each, because a credit is spent once. */
export function buyEach(stage: Stage, dates: readonly PlannedDate[], days: number, sceneOf?: () => Scene): void {
  for (const date of dates) buyOne(stage, date, days, sceneOf?.());
}

export function purchaseTime(stage: Stage, date: PlannedDate, days: number): number {
  return Math.min(stage.now - 60_000 * (1 + (date.id % 600)), date.startsAt - days * DAY);
}

/** The first `count` dates that start `days` or more from now, of an event or of the class with this name. */
export function datesAfter(stage: Stage, event: PlannedEvent | string, days: number, count: number): PlannedDate[] {
  return datesOf(stage, event)
    .filter((date) => date.startsAt >= stage.now + days * DAY)
    .slice(0, count);
}

/** The last `count` dates that started `days` or more before now, oldest first. */
export function datesBefore(stage: Stage, event: PlannedEvent | string, days: number, count: number): PlannedDate[] {
  return datesOf(stage, event)
    .filter((date) => date.startsAt <= stage.now - days * DAY)
    .slice(-count);
}

function datesOf({ timetable }: Stage, event: PlannedEvent | string): readonly PlannedDate[] {
  if (typeof event !== 'string') return event.dates;
  const named = timetable.venues[0]?.find(({ name }) => name === event);
  if (!named) throw new Error(`No ${event} on the timetable`);
  return named.dates;
}
