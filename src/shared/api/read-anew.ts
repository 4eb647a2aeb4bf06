import type { CustomerId } from '#contract/id.ts';

/** Customers that may have been changed in Reservie, each with the addresses that were asked anew since. */
const askedSince = new Map<string, Set<string>>();

/** The gateway may keep answers from before: each read about this customer goes past them, once. */
export function askAnewAbout(customerId: CustomerId): void {
  askedSince.set(customerId, new Set());
}

export function isToAskAnew(url: string): boolean {
  return askedAbout(url)?.has(url) === false;
}

/** It was answered: from now on what is kept is new enough. */
export function noteAskedAnew(url: string): void {
  askedAbout(url)?.add(url);
}

function askedAbout(url: string): Set<string> | undefined {
  return askedSince.get(/^\/api\/customers\/([^/?]+)/.exec(url)?.[1] ?? '');
}
