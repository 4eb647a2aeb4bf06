import type { HistoryEntry } from '#contract/history.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';

const HEADER = [
  'When',
  'Who',
  'Role',
  'Action',
  'Customer',
  'About',
  'Field',
  'Before',
  'After',
  'Result',
  'Code',
  'Confirmation',
  'Request',
  'Staff id',
];

/** A CSV file, piece by piece: one line for each changed field, or for an entry without any. Moments are ISO 8601, UTC. */
export async function* historyCsv(entries: AsyncIterable<readonly HistoryEntry[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(HEADER);
  for await (const some of entries) yield some.map(linesOf).join('');
}

function linesOf(entry: HistoryEntry): string {
  const { at, staff, action, customerId, subject, result, code, confirmation, requestId } = entry;
  const changes = entry.changes.length > 0 ? entry.changes : [{ field: null, before: null, after: null }];
  return changes
    .map(({ field, before, after }) =>
      csvLine([
        at,
        staff?.name ?? null,
        staff?.role ?? null,
        action,
        customerId,
        subject,
        field,
        before,
        after,
        result ?? 'unknown',
        code,
        confirmation,
        requestId,
        staff?.id ?? null,
      ]),
    )
    .join('');
}
