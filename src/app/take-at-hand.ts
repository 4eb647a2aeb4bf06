import type { QueryClient } from '@tanstack/react-query';
import { AT_HAND_ID, AtHand } from '#contract/at-hand.ts';
import { customerQueries } from '#features/customers/queries.ts';
import { sessionQuery } from '#shared/api/session.ts';
import { noticeSessionView } from '#shared/api/session-view.ts';
import { noteStudio, studioQuery } from '#shared/api/studio.ts';

/**
 * Takes over what the gateway put into the page, so that nothing waits for it. Without it (no session came along, or Vite
 * served the page) the queries ask.
 */
export function takeAtHand(queryClient: QueryClient, page: Pick<Document, 'getElementById'> = document): void {
  const text = page.getElementById(AT_HAND_ID)?.textContent;
  if (text === undefined) return;
  const atHand = AtHand.safeParse(parseJson(text));
  if (!atHand.success) return;
  const { session, studio, view, first } = atHand.data;
  noticeSessionView(view);
  queryClient.setQueryData(sessionQuery.queryKey, session);
  noteStudio(studio, { askedAt: performance.timeOrigin, answeredAt: Date.now() });
  queryClient.setQueryData(studioQuery.queryKey, studio);
  if (first) queryClient.setQueryData(customerQueries.first.queryKey, first);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
