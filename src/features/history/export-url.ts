import type { CustomerId } from '#contract/id.ts';
import { toUrl } from '#contract/endpoint.ts';
import { history } from '#contract/history.ts';
import type { HistoryFilter } from './search.ts';

/** Where the same entries are to be had as a CSV file. */
export function exportUrl(filter: HistoryFilter): string {
  return toUrl(history.exportHistory.path, {}, { ...filter });
}

/** Where a browser finds everything that is kept of one customer. */
export function keptUrl(customerId: CustomerId): string {
  return toUrl(history.exportPerson.path, { customerId });
}
