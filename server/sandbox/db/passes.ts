import type { PassPurchase } from '#contract/pass.ts';
import type { PurchasePayment } from '#contract/payment.ts';
import { wireId } from './ids.ts';
import type { Database } from './open.ts';
import { pagedQuery, selectPage } from './paged.ts';

interface PackageRow {
  id: number;
  pass_id: number;
  pass_name: string;
  credits_total: number;
  credits_remaining: number;
  purchased_at: string;
  starts_at: string | null;
  expires_at: string | null;
  is_cancelled: number;
  method: string;
  currency: string | null;
  base100_price: number | null;
}

export const passQueries = {
  ofCustomer: pagedQuery(
    `package.id, package.pass_id, pass.name AS pass_name, credits_total, credits_remaining, purchased_at, starts_at,
      expires_at, is_cancelled, method, currency, package.base100_price`,
    'package',
    'JOIN pass ON pass.id = package.pass_id',
    'package.customer_id = ?',
    'package.purchased_at DESC, package.id DESC',
  ),
};

export function createPassStore(database: Database) {
  return {
    /** A customer's pass purchases, latest first. */
    ofCustomer: selectPage<PackageRow, PassPurchase>(database, passQueries.ofCustomer, (row) => ({
      id: wireId.package(row.id),
      type: 'pass_purchase',
      pass: { id: wireId.pass(row.pass_id), type: 'pass', name: row.pass_name },
      credits_total: row.credits_total,
      credits_remaining: row.credits_remaining,
      purchased_at: row.purchased_at,
      starts_at: row.starts_at,
      expires_at: row.expires_at,
      is_cancelled: row.is_cancelled === 1,
      payment: purchasePayment(row),
    })),
  };
}

export interface PurchasePaymentColumns {
  method: string;
  currency: string | null;
  base100_price: number | null;
  credits_used?: number | null;
}

/** The one-price payment of passes and videos. */
export function purchasePayment(row: PurchasePaymentColumns): PurchasePayment {
  const { method } = row;
  if (method === 'CARD') return { method, currency: row.currency ?? 'GBP', base100_price: row.base100_price ?? 0 };
  if (method === 'PASS') return { method, currency: 'CR', credits_used: row.credits_used ?? 0 };
  return { method };
}
