import { formatCount, plural } from '#shared/format/number.ts';

/** "12 passes", or "31–60 of 132 passes" where they fill several pages. `page` is 1-based. */
export function describeRange(
  { total, pageSize, data }: { total: number; pageSize: number; data: readonly unknown[] },
  page: number,
  [one, many]: readonly [one: string, many: string],
): string {
  if (total <= pageSize) return plural(total, one, many);
  const first = (page - 1) * pageSize + 1;
  const last = first + data.length - 1;
  if (last < first) return plural(total, one, many);
  return `${formatCount(first)}–${formatCount(last)} of ${plural(total, one, many)}`;
}
