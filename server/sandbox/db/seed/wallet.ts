import type { Database } from '../open.ts';
import { prepareInsert } from '../query.ts';
import { addDays, endOfDay, quickStudioTime, studioInstant } from './calendar.ts';
import type { Pass } from './pass-catalogue.ts';

export interface Package {
  id: number;
  pass: Pass;
  purchasedAt: number;
  /** Infinity: never. */
  expiresAt: number;
  used: number;
  isCancelled: boolean;
}

export interface Wallet {
  /** Adds a pass purchase made at this moment (ms since 1970). `days` overrides the pass's validity. */
  add(pass: Pass, at: number, days?: number): Package;
  /** The purchase that would pay for a class: bought by then, not run out when it starts, with enough credits. */
  usable(at: number, startsAt: number, credits: number): Package | undefined;
  /** Whether this pass was ever bought. */
  has(pass: Pass): boolean;
}

export type WalletWriter = ReturnType<typeof createWalletWriter>;

/** Passes are written once a customer's bookings are known, with the credits these have left on them. */
export function createWalletWriter(database: Database) {
  const write = prepareInsert(database, 'package', [
    'id',
    'customer_id',
    'pass_id',
    'credits_total',
    'credits_remaining',
    'purchased_at',
    'starts_at',
    'expires_at',
    'live_until',
    'is_cancelled',
    'method',
    'currency',
    'base100_price',
  ]);
  let nextId = 1000;

  return {
    /** Calls back with a wallet to fill and to spend from, then writes what is left in it. */
    keep<Result>(customer: number, spend: (wallet: Wallet) => Result): Result {
      const packages: Package[] = [];
      const result = spend({
        add: (pass, at, days) => {
          const added = {
            id: nextId++,
            pass,
            purchasedAt: at,
            expiresAt: expiryOf(at, days ?? pass.validDays),
            used: 0,
            isCancelled: false,
          };
          packages.push(added);
          return added;
        },
        usable: (at, startsAt, credits) =>
          packages.find(
            (owned) =>
              !owned.isCancelled &&
              owned.purchasedAt <= at &&
              owned.expiresAt >= startsAt &&
              owned.pass.credits - owned.used >= credits,
          ),
        has: (pass) => packages.some((owned) => owned.pass === pass),
      });
      for (const owned of packages) {
        const { pass } = owned;
        const purchasedAt = quickStudioTime(owned.purchasedAt);
        const expiresAt = Number.isFinite(owned.expiresAt) ? quickStudioTime(owned.expiresAt) : null;
        write({
          id: owned.id,
          customer_id: customer,
          pass_id: pass.id,
          credits_total: pass.credits,
          credits_remaining: pass.credits - owned.used,
          purchased_at: purchasedAt,
          starts_at: pass.startMode === 'ON_FIRST_USE' && owned.used === 0 ? null : purchasedAt,
          expires_at: expiresAt,
          live_until: expiresAt ?? endOfDay('9999-12-31'),
          is_cancelled: Number(owned.isCancelled),
          method: pass.subscriptionsOnly ? 'SUBSCRIPTION' : 'CARD',
          currency: 'GBP',
          base100_price: pass.price,
        });
      }
      return result;
    },
  };
}

/** The end of the last day, by the studio's calendar. */
function expiryOf(at: number, days: number | null): number {
  if (days === null) return Number.POSITIVE_INFINITY;
  return studioInstant(endOfDay(addDays(quickStudioTime(at).slice(0, 10), days)));
}
