import type { Media } from '#contract/media.ts';
import type { VideoPurchase } from '#contract/video.ts';
import { wireId } from './ids.ts';
import { toWireInstant } from './studio-time.ts';
import type { Database } from './open.ts';
import { pagedQuery, selectPage } from './paged.ts';
import { selectCatalogue } from './query.ts';
import { purchasePayment, type PurchasePaymentColumns } from './passes.ts';

interface VideoPurchaseRow extends PurchasePaymentColumns {
  id: number;
  media_id: number;
  media_name: string;
  created_ms: number;
  expires_ms: number | null;
  is_cancelled: number;
  is_refunded: number;
}

interface MediaRow {
  id: number;
  name: string;
  description: string;
  minutes: number;
  base100_price: number;
  currency: string;
  access_days: number | null;
  created_ms: number;
}

const mediaColumns = 'id, name, description, minutes, base100_price, currency, access_days, created_ms';

export const videoQueries = {
  list: `SELECT ${mediaColumns} FROM media ORDER BY id`,
  one: `SELECT ${mediaColumns} FROM media WHERE id = ?`,
  ofCustomer: pagedQuery(
    `video_purchase.id, media_id, media.name AS media_name, video_purchase.created_ms, expires_ms, is_cancelled,
      is_refunded, method, video_purchase.currency, video_purchase.base100_price, credits_used`,
    'video_purchase',
    'JOIN media ON media.id = video_purchase.media_id',
    'video_purchase.customer_id = ?',
    'video_purchase.created_ms DESC, video_purchase.id DESC',
  ),
};

/** `now` in milliseconds since 1970 decides what has expired. */
export function createVideoStore(database: Database, now: () => number) {
  return {
    ...selectCatalogue(database, videoQueries, toMedia),
    /** A customer's video purchases, latest first. */
    ofCustomer: selectPage<VideoPurchaseRow, VideoPurchase>(database, videoQueries.ofCustomer, (row) => ({
      id: wireId.media(row.id),
      type: 'video_purchase',
      media: { id: wireId.media(row.media_id), type: 'media', name: row.media_name },
      created: toWireInstant(row.created_ms),
      expires_on: row.expires_ms === null ? null : toWireInstant(row.expires_ms),
      is_cancelled: row.is_cancelled === 1,
      is_refunded: row.is_refunded === 1,
      is_expired: row.expires_ms !== null && row.expires_ms <= now(),
      payment: purchasePayment(row),
    })),
  };
}

function toMedia(row: MediaRow): Media {
  const { id, name, description, minutes, base100_price, currency, access_days, created_ms } = row;
  return {
    id: wireId.media(id),
    type: 'media',
    name,
    description,
    base100_price,
    currency,
    duration_minutes: minutes,
    access_days,
    created: toWireInstant(created_ms),
  };
}
