import type { Transaction } from '#contract/booking.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { gateway } from '#contract/gateway.ts';
import { type StaleReason, type UnreadableRow, isUnreadable } from '#contract/page.ts';
import type { Instant } from '#contract/time.ts';

export type PurchasesPage = Answer<typeof gateway.listBookings>;

export interface ReadPage {
  page: PurchasesPage;
  /** ms since 1970. */
  readAt: number;
}

/** Every purchase of a customer, as far as it has arrived. */
export interface GatheredPurchases {
  /** Each id once, in no order that means anything. */
  purchases: readonly Transaction[];
  /** Rows of Reservie that do not fit the contract: never dropped. */
  unreadable: readonly UnreadableRow[];
  /** Purchases over all pages, as Reservie said last. */
  total: number;
  pagesRead: number;
  pageCount: number;
  /** Every page has been read. */
  isComplete: boolean;
  /** The total changed while pages were read and what arrived does not add up to it: a purchase may be missing. */
  hasDrifted: boolean;
  /** When the oldest of its pages was read, ms since 1970. */
  readAt: number;
  /** The oldest answer that the gateway could not ask anew. */
  stale: { reason: StaleReason; asOf: Instant } | undefined;
  /** While the request budget is used up: in how many milliseconds reading goes on. */
  waitMs: number | undefined;
  /** What has been read, by its number from 0: where reading goes on after an interruption. */
  pages: ReadonlyMap<number, ReadPage>;
}

/** Pages in the order in which they were read: Reservie may move a purchase to another page meanwhile. */
export function assemblePages(pages: ReadonlyMap<number, ReadPage>, waitMs?: number): GatheredPurchases {
  const inOrder = [...pages.values()].toSorted((a, b) => a.readAt - b.readAt);
  const byId = new Map<string, Transaction>();
  const unreadable = new Map<string, UnreadableRow>();
  for (const [at, { page }] of inOrder.entries()) {
    for (const [index, row] of page.data.entries()) {
      if (isUnreadable(row)) unreadable.set(row.id ?? `${at} ${index}`, row);
      else byId.set(row.id, row);
    }
  }
  // What was unreadable on one page may have been read on another since.
  for (const id of byId.keys()) unreadable.delete(id);
  const total = inOrder.at(-1)?.page.total ?? 0;
  const pageCount = pageCountOf(inOrder.at(-1)?.page);
  const isComplete = pages.has(0) && countRead(pages, pageCount) === pageCount;
  const hasMoved = inOrder.some(({ page }) => page.total !== total);
  return {
    purchases: [...byId.values()],
    unreadable: [...unreadable.values()],
    total,
    pagesRead: countRead(pages, pageCount),
    pageCount,
    isComplete,
    hasDrifted: hasMoved && isComplete && byId.size + unreadable.size !== total,
    readAt: inOrder[0]?.readAt ?? 0,
    stale: oldestStale(inOrder),
    waitMs,
    pages,
  };
}

/** At least one: an empty list has an empty first page. */
export function pageCountOf(page: Pick<PurchasesPage, 'total' | 'pageSize'> | undefined): number {
  return page ? Math.max(1, Math.ceil(page.total / page.pageSize)) : 1;
}

function countRead(pages: ReadonlyMap<number, unknown>, pageCount: number): number {
  return [...pages.keys()].filter((number) => number < pageCount).length;
}

function oldestStale(pages: readonly ReadPage[]): GatheredPurchases['stale'] {
  return pages
    .flatMap(({ page }) => page.stale ?? [])
    .toSorted((a, b) => Date.parse(a.asOf) - Date.parse(b.asOf))
    .at(0);
}
