import { createHash } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { Clock } from '#kit/clock.ts';
import { Problem } from '../http/problem.ts';
import type { Store } from '../store/store.ts';
import { countAttempt, uncountAttempt } from '../store/throttle-windows.ts';

const WINDOW_MS = 15 * 60_000;
/** Longer than any clock that is still believed. */
const CODE_LIFETIME_MS = 3 * 60_000;

/** Failures allowed in a quarter of an hour. */
export const LIMITS = { device: 10, account: 10, address: 50, confirmation: 10 } as const;

export interface Attempt {
  /** The address that the attempt is about, if any. */
  email?: string;
  /** Where it comes from, as Fastify trusts it. */
  ip: string;
  /** Set when a user with this e-mail address has signed in on this device before. */
  knownDevice?: string | undefined;
}

interface Bucket {
  key: string;
  limit: number;
}

/**
 * Slows guessing down, by account and by address, without giving an attacker the power to lock staff out: a device on
 * which a member of staff has signed in before is counted by itself, so that failures elsewhere cannot close it
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). A window ends by itself however many attempts are
 * made in it, and those who are signed in are never affected. The counts are in the database, shared by all processes.
 */
export class Throttle {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Counts first and takes back on success, so that guesses made side by side are all counted. */
  async guard<Result>(attempt: Attempt, task: () => Promise<Result>): Promise<Result> {
    return this.#guard(bucketsOf(attempt), task);
  }

  /** For asking a signed-in user for their password or code once more. */
  async guardConfirmation<Result>(userId: string, task: () => Promise<Result>): Promise<Result> {
    return this.#guard([{ key: `confirmation:${userId}`, limit: LIMITS.confirmation }], task);
  }

  /** Whether this code of an app is used for the first time (RFC 6238, 5.2: one time, as its name says). */
  async isFirstUse(userId: string, code: string): Promise<boolean> {
    const key = `code:${digest(`${userId}:${code}`)}`;
    const { attempts } = await countAttempt(this.#store, key, this.#clock(), CODE_LIFETIME_MS);
    return attempts === 1;
  }

  async #guard<Result>(buckets: Bucket[], task: () => Promise<Result>): Promise<Result> {
    const now = this.#clock();
    let waitMs = 0;
    for (const { key, limit } of buckets) {
      const { attempts, windowEndsAt } = await countAttempt(this.#store, key, now, WINDOW_MS);
      if (attempts > limit) waitMs = Math.max(waitMs, windowEndsAt - now);
    }
    if (waitMs > 0) {
      throw new Problem('too_many_attempts', 'Too many attempts. Wait a little before you try again.', {
        retryAfterMs: waitMs,
      });
    }
    const result = await task();
    for (const { key } of buckets) await uncountAttempt(this.#store, key);
    return result;
  }
}

function bucketsOf({ email, ip, knownDevice }: Attempt): Bucket[] {
  const account = email === undefined ? undefined : digest(email);
  if (account !== undefined && knownDevice !== undefined) {
    return [{ key: `device:${knownDevice}:${account}`, limit: LIMITS.device }];
  }
  const address = { key: `address:${networkOf(ip)}`, limit: LIMITS.address };
  return account === undefined ? [address] : [{ key: `account:${account}`, limit: LIMITS.account }, address];
}

/** Whatever was typed as an address, perhaps a password, is not stored as it stands. */
function digest(email: string): string {
  return createHash('sha256').update(email).digest('base64url').slice(0, 27);
}

/** An IPv4 address, or the /64 network of an IPv6 one: one household or office has a whole /64 to choose from. */
export function networkOf(ip: string): string {
  const address = ip.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIPv4(address) || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array.from({ length: Math.max(zeros, 0) }, () => '0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
