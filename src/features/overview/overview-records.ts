import type { Appointment } from '#contract/appointment.ts';
import type { Transaction } from '#contract/booking.ts';
import type { Note } from '#contract/note.ts';
import { type UnreadableRow, isUnreadable } from '#contract/page.ts';
import type { PassPurchase } from '#contract/pass.ts';
import type { VideoPurchase } from '#contract/video.ts';

/** What is known of a customer; what is missing has not arrived, or cannot be read. */
export interface OverviewRecords {
  purchases: readonly Transaction[];
  passes?: readonly PassPurchase[] | undefined;
  appointments?: readonly Appointment[] | undefined;
  videos?: readonly VideoPurchase[] | undefined;
  notes?: readonly Note[] | undefined;
}

export function readable<Row extends object>(page: { data: (Row | UnreadableRow)[] } | undefined): Row[] | undefined {
  return page?.data.filter((row): row is Row => !isUnreadable(row));
}
