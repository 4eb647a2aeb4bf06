import type { StudioClass } from '#contract/classes.ts';
import { momentOf } from '#shared/bookings/class-bookings.ts';
import { formatDay } from '#shared/format/date-time.ts';

export interface ClassGroup {
  group: string;
  items: { value: string; label: string }[];
}

/** Classes that have yet to begin, grouped by their day, in the order in which they begin. */
export function classOptions(timetable: readonly StudioClass[], now: number): ClassGroup[] {
  const groups = new Map<string, ClassGroup>();
  const ahead = timetable
    .map((studioClass) => ({ studioClass, moment: momentOf(studioClass.date) }))
    .filter(({ moment }) => moment > now)
    .toSorted((one, other) => one.moment - other.moment || (one.studioClass.name < other.studioClass.name ? -1 : 1));
  for (const { studioClass } of ahead) {
    const { date, name, teachers } = studioClass;
    const day = formatDay(date.datetime);
    const group = groups.get(day) ?? { group: day, items: [] };
    const whom = teachers.length > 0 ? `, ${teachers.join(' and ')}` : '';
    group.items.push({ value: date.id, label: `${date.datetime.slice(11, 16)} ${name}${whom}` });
    groups.set(day, group);
  }
  return [...groups.values()];
}
