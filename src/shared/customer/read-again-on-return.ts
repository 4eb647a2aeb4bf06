import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import { askAnewAbout } from '#shared/api/read-anew.ts';

const EVENTS = ['focus', 'visibilitychange'] as const;

let waiting: (() => void) | undefined;

/**
 * Reservie’s own page is being opened, where the customer may be changed. When this page is looked at again, what it says
 * of the customer is read again, once, and not from what the gateway keeps.
 */
export function readAgainOnReturn(queryClient: QueryClient, customerId: CustomerId): void {
  if (waiting) leave(waiting);
  waiting = () => {
    if (document.visibilityState === 'hidden') return;
    if (waiting) leave(waiting);
    askAnewAbout(customerId);
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isAbout(queryKey, customerId) });
  };
  for (const event of EVENTS) window.addEventListener(event, waiting);
}

function leave(listener: () => void): void {
  for (const event of EVENTS) window.removeEventListener(event, listener);
  waiting = undefined;
}

function isAbout(queryKey: QueryKey, customerId: CustomerId): boolean {
  return queryKey.some(
    (part) =>
      part === customerId ||
      (typeof part === 'object' && part !== null && 'customerId' in part && part.customerId === customerId),
  );
}
