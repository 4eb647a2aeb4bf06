import { toUrl } from '#contract/endpoint.ts';
import { history } from '#contract/history.ts';
import type { HistoryFilter } from './search.ts';

/** Where the same entries are to be had as a CSV file. */
export function exportUrl(filter: HistoryFilter): string {
  return toUrl(history.exportHistory.path, {}, { ...filter });
}
