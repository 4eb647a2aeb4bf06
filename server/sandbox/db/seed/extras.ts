import { toLocalDate } from '#kit/zoned-time.ts';
import { STUDIO_ZONE } from '../studio-time.ts';
import { DAY, HOUR } from './calendar.ts';
import { mediaCatalogue, services } from './catalogue.ts';
import { passes } from './pass-catalogue.ts';
import type { Random } from '#kit/random.ts';
import type { Records } from './records.ts';
import type { Wallet } from './wallet.ts';
import { appointmentNotes, fillIn, notes, staff } from './words.ts';

export interface SeededCustomer {
  id: number;
  /** Milliseconds since 1970. */
  joinedAt: number;
}

/** What a customer may have besides classes: appointments, videos, notes and questionnaires. */
export function seedExtras(who: SeededCustomer, wallet: Wallet, records: Records, random: Random, now: number): void {
  if (random.chance(0.38)) seedAnswers(who, records, random);
  if (random.chance(0.2)) seedNotes(who, random.int(1, 3), records, random, now);
  if (random.chance(0.1)) seedVideos(who, random.int(1, 3), records, random, now);
  if (random.chance(0.09)) seedAppointments(who, random.int(1, 5), wallet, records, random, now);
}

function seedAnswers({ id, joinedAt }: SeededCustomer, records: Records, random: Random): void {
  const health = fillIn('health', random);
  records.answer(id, health.questionnaire, joinedAt + random.int(1, 72) * HOUR, health.answers);
  if (!random.chance(0.15)) return;
  const other = fillIn(random.pick(['pregnancy', 'pottery'] as const), random);
  records.answer(id, other.questionnaire, joinedAt + random.int(4, 7) * DAY, other.answers);
}

export function seedNotes(who: SeededCustomer, count: number, records: Records, random: Random, now: number): void {
  for (let index = 0; index < count; index += 1) {
    const at = between(who.joinedAt, now, random);
    const editedAt = random.chance(0.2) ? between(at, now, random) : at;
    records.addNote(who.id, random.pick(notes), random.pick(staff), at, editedAt);
  }
}

export function seedVideos(who: SeededCustomer, count: number, records: Records, random: Random, now: number): void {
  for (let index = 0; index < count; index += 1) {
    const video = random.pick(mediaCatalogue);
    const createdAt = between(who.joinedAt, now, random);
    records.video(who.id, {
      media: video.id,
      createdAt,
      expiresAt: video.accessDays === null ? null : createdAt + video.accessDays * DAY,
      isCancelled: random.chance(0.04),
      isRefunded: random.chance(0.04),
      payment: { price: video.price },
    });
  }
}

export function seedAppointments(
  who: SeededCustomer,
  count: number,
  wallet: Wallet,
  records: Records,
  random: Random,
  now: number,
): void {
  const byPass = random.chance(0.25) ? wallet.add(passes.privateFive, between(now - 90 * DAY, now, random)) : undefined;
  for (let index = 0; index < count; index += 1) {
    const service = random.pick(services);
    const createdAt = byPass
      ? between(byPass.purchasedAt, now, random)
      : between(Math.max(who.joinedAt, now - 300 * DAY), now, random);
    const day = createdAt + random.int(1, 28) * DAY;
    const isOver = day < now;
    const isCancelled = random.chance(0.1);
    records.appointment(who.id, {
      service: service.id,
      facilitator: random.pick(service.therapists),
      status: isCancelled ? 'CANCELLED' : isOver && random.chance(0.06) ? 'NO_SHOW' : 'CONFIRMED',
      notes: random.chance(0.35) ? random.pick(appointmentNotes) : null,
      createdAt,
      datetime: `${toLocalDate(day, STUDIO_ZONE)}T${String(random.int(9, 18)).padStart(2, '0')}:${random.pick(['00', '30'])}:00`,
      payment: payFor(),
    });

    function payFor() {
      if (byPass && byPass.used < byPass.pass.credits) {
        byPass.used += 1;
        return { method: 'PASS' as const, credits: 1, package: byPass.id };
      }
      if (random.chance(0.03)) return { method: 'CASH' as const };
      const status = random.chance(0.05) ? 'FAILED' : isOver || random.chance(0.6) ? 'PAID' : 'PENDING';
      return { method: 'CARD' as const, price: service.price, status };
    }
  }
}

function between(from: number, until: number, random: Random): number {
  return Math.floor(from + random.next() * Math.max(0, until - from));
}
