import type { LocalDate, LocalDateTime } from '#contract/time.ts';
import { formatMonthShort } from '#shared/format/date-time.ts';

/** A day as a leaf of a calendar: its month above its number. The outline shows it, too, so its look is in index.html. */
export function DateBlock({ day }: { day: LocalDate | LocalDateTime }) {
  return (
    <span className="desk-leaf">
      <span>{formatMonthShort(day)}</span> <strong>{Number(day.slice(8, 10))}</strong>
    </span>
  );
}
