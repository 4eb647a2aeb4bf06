import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import type { AtHand, CustomerOfPage } from '#contract/at-hand.ts';
import type { Transaction } from '#contract/booking.ts';
import { BookingsOutline, type BookingsOutlineContext } from '#contract/bookings-outline.ts';
import { drawBookings, wholePurchases } from './outline-bookings.ts';
import { drawTabs } from './outline-tabs.ts';

export type OutlineOfCustomer = (customer: CustomerOfPage, atHand: AtHand) => string | undefined;

type Describe = (purchases: readonly Transaction[], context: BookingsOutlineContext) => unknown;
const Outline = z.object({ describeBookings: z.custom<Describe>((value) => typeof value === 'function') });

/**
 * What the page says of bookings, and in which order, is decided by the page's own rules: they come with its build
 * (vite.config.ts).
 */
export async function openOutline(webRoot: string): Promise<OutlineOfCustomer> {
  const file = join(webRoot, '.vite/outline.mjs');
  const built: unknown = await import(pathToFileURL(file).href);
  const { describeBookings } = Outline.parse(built);
  return ({ customerId, records }, { studio, session }) => {
    const purchases = wholePurchases(records.purchases);
    if (!purchases || !session.staff) return undefined;
    const { timeZone, locale } = studio;
    const outline = BookingsOutline.parse(
      describeBookings(purchases, { customerId, now: Date.parse(studio.now), timeZone, locale }),
    );
    // The page has words of its own for that.
    if (outline.groups.length === 0) return undefined;
    return drawTabs(customerId, 'bookings', session.staff.role, records) + FILTERS + drawBookings(outline);
  };
}

/** As wide and as high as the filters that will stand there. */
const FILTERS =
  '<div class="outline-filters" aria-hidden="true"><i class="outline-choice"><b>Class date</b><b>Purchase date</b></i>' +
  '<i class="outline-choice"><b>All</b><b>Upcoming</b><b>Past</b></i><i></i><i><b>+ Filter</b></i>' +
  '<div><i><b>Why can’t I see…?</b></i><i><b>CSV</b></i><i><b>Print</b></i></div></div>';
