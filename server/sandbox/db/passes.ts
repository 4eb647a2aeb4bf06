import type { Pass, PassPackages, PassPurchase } from '#contract/pass.ts';
import type { PurchasePayment } from '#contract/payment.ts';
import { customerRef, refColumns } from './customers.ts';
import { keyOf, wireId } from './ids.ts';
import type { Database } from './open.ts';
import { pagedQuery, selectPage } from './paged.ts';
import { selectAll, selectCatalogue } from './query.ts';

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

interface PassRow {
  id: number;
  name: string;
  description: string;
  base100_price: number;
  credits: number;
  start_mode: string;
  validity_period: number;
  validity_unit: string;
  subscriptions_only: number;
  purchase_limit: number | null;
  created_at: string;
}

interface LivePackageRow {
  id: number;
  credits_total: number;
  credits_remaining: number;
  expires_at: string | null;
  owner_id: number;
  owner_firstname: string;
  owner_lastname: string;
  owner_email: string;
}

const passColumns = `id, name, description, base100_price, credits, start_mode, validity_period, validity_unit,
  subscriptions_only, purchase_limit, created_at`;

export const passQueries = {
  list: `SELECT ${passColumns} FROM pass WHERE deleted = 0 ORDER BY id`,
  one: `SELECT ${passColumns} FROM pass WHERE id = ? AND deleted = 0`,
  live: `SELECT package.id, credits_total, credits_remaining, expires_at, ${refColumns('owner', 'owner')}
    FROM package JOIN customer AS owner ON owner.id = package.customer_id
    WHERE package.pass_id = ? AND package.live_until >= ? AND package.is_cancelled = 0
      AND package.credits_remaining > 0 AND owner.deleted = 0
    ORDER BY package.live_until, package.id`,
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
  /** The passes on sale, and those that come with a subscription. */
  const catalogue = selectCatalogue(database, passQueries, toPass);
  const live = selectAll<LivePackageRow>(database, passQueries.live);

  return {
    ...catalogue,
    /** Purchases of a pass that have credits left at `now`, a wall-clock time in the studio; first to expire first. */
    live: (id: string, now: string): PassPackages | undefined => {
      const pass = catalogue.find(id);
      if (!pass) return undefined;
      return { pass_id: pass.id, pass_name: pass.name, active_passes: live(keyOf(id), now).map(toLivePackage) };
    },
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

function toPass(row: PassRow): Pass {
  const { id, name, description, base100_price, credits, start_mode, purchase_limit, created_at } = row;
  return {
    id: wireId.pass(id),
    type: 'pass',
    name,
    description,
    base100_price,
    credits,
    start_mode,
    validity: { period: row.validity_period, unit: row.validity_unit },
    subscriptions_only: row.subscriptions_only === 1,
    purchase_limit,
    created_at,
  };
}

function toLivePackage(row: LivePackageRow): PassPackages['active_passes'][number] {
  const { id, credits_total, credits_remaining, expires_at } = row;
  const customer = customerRef(row.owner_id, row.owner_firstname, row.owner_lastname, row.owner_email);
  return { id: wireId.package(id), type: 'pass_purchase', customer, credits_total, credits_remaining, expires_at };
}
