import { randomBytes } from 'node:crypto';

let lastMoment = 0;
let count = 0;

/**
 * An id that sorts by time, on both databases the same: moment, a counter within it, and chance, so that processes do
 * not collide. Lower-case letters and digits of a fixed length.
 */
export function makeRecordId(now: number): string {
  count = now === lastMoment ? count + 1 : 0;
  lastMoment = now;
  const moment = Math.max(0, now).toString(36).padStart(9, '0');
  return `${moment}${count.toString(36).padStart(5, '0')}${randomBytes(5).toString('hex')}`;
}
