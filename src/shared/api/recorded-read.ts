import type { QueryMeta } from '@tanstack/react-query';

/** `meta` of a query whose endpoint is recorded as a look; `call` refuses to read one without it. */
export const RECORDED = { isRecorded: true } as const satisfies QueryMeta;

/**
 * Whether a query may read again by itself: when the window gets the focus back, or the network returns. What is
 * recorded is read when a page is opened: an entry in the history for each switch of windows would say nothing.
 */
export function readsAgainByItself({ meta }: { meta: QueryMeta | undefined }): boolean {
  return meta?.isRecorded !== true;
}
