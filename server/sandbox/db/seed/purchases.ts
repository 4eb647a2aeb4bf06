import type { Database } from '../open.ts';
import { prepareInsert } from '../query.ts';
import { quickStudioTime } from './calendar.ts';
import type { PlannedDate } from './timetable.ts';

export interface Payment {
  method: string;
  currency?: string;
  gross?: number;
  net?: number;
  credits?: number;
  /** Key of the pass purchase that the credits come from. */
  package?: number;
}

export interface Line {
  date: PlannedDate;
  /** Key of the customer it is for, when that is not the purchaser. */
  guest?: number | undefined;
  spaces: number;
  isCancelled: boolean;
  isRefunded: boolean;
  /** Null: not marked, or not over yet. */
  attended: boolean | null;
  payment: Payment;
}

export interface FixedIds {
  purchase: number;
  bookings: number[];
}

export type Purchases = ReturnType<typeof createPurchases>;

const FIRST_ID = 1000;

/** Writes purchases and their bookings, and keeps count of both. */
export function createPurchases(database: Database) {
  const writePurchase = prepareInsert(database, 'purchase', ['id', 'customer_id', 'purchased_at']);
  const writeReader = prepareInsert(database, 'purchase_reader', [
    'customer_id',
    'purchased_at',
    'purchase_id',
    'latest_start',
  ]);
  const writeBooking = prepareInsert(database, 'booking', [
    'id',
    'purchase_id',
    'event_date_id',
    'bought_for',
    'is_cancelled',
    'is_refunded',
    'spaces',
    'pricing_option',
    'method',
    'currency',
    'gross',
    'net',
    'credits_used',
    'package_id',
    'attended',
  ]);
  let nextPurchase = FIRST_ID;
  let nextBooking = FIRST_ID;
  let bookings = 0;

  return {
    get bookings(): number {
      return bookings;
    },
    /** One transaction. Its purchaser and all it was bought for may read it. `at` in milliseconds since 1970. */
    buy(customer: number, at: number, lines: readonly Line[], fixed?: FixedIds): void {
      const purchase = fixed?.purchase ?? nextPurchase++;
      const purchasedAt = quickStudioTime(at);
      writePurchase({ id: purchase, customer_id: customer, purchased_at: purchasedAt });
      const readers = new Set([customer]);
      let latest = Number.NEGATIVE_INFINITY;
      for (const [index, line] of lines.entries()) {
        const { date, guest, payment } = line;
        writeBooking({
          id: fixed?.bookings[index] ?? nextBooking++,
          purchase_id: purchase,
          event_date_id: date.id,
          bought_for: guest ?? null,
          is_cancelled: Number(line.isCancelled),
          is_refunded: Number(line.isRefunded),
          spaces: line.spaces,
          pricing_option: date.event.pricingOption,
          method: payment.method,
          currency: payment.currency ?? null,
          gross: payment.gross ?? null,
          net: payment.net ?? null,
          credits_used: payment.credits ?? null,
          package_id: payment.package ?? null,
          attended: line.attended === null ? null : Number(line.attended),
        });
        if (!line.isCancelled) date.free -= line.spaces;
        if (guest !== undefined) readers.add(guest);
        latest = Math.max(latest, date.startsAt);
        bookings += 1;
      }
      for (const reader of readers) {
        writeReader({ customer_id: reader, purchased_at: purchasedAt, purchase_id: purchase, latest_start: latest });
      }
    },
  };
}
