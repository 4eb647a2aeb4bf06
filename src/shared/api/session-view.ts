import { SESSION_VIEW_HEADER } from '#contract/session-view.ts';

/** Whose data this page shows: what the first answer said. A page never changes hands; it is loaded anew instead. */
let own: string | undefined;
let isLost = false;
const listeners = new Set<() => void>();

/**
 * The one place that compares whose data an answer carries with whose page this is. Every reader of the gateway's
 * answers passes it what they say: `call`, the directory worker and the event stream. Nothing said is nothing to compare.
 */
export function noticeSessionView(view: string | null | undefined): void {
  if (view === null || view === undefined || view === own) return;
  if (own === undefined) {
    own = view;
    return;
  }
  isLost = true;
  for (const listener of listeners) listener();
}

/** What an answer says. */
export function viewOfAnswer(headers: Headers): string | null {
  return headers.get(SESSION_VIEW_HEADER);
}

/** Whether the session of this browser belongs to another account by now, or may see other fields than this page shows. */
export function isSessionLost(): boolean {
  return isLost;
}

/** Calls back once the page is lost. */
export function onSessionLost(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
