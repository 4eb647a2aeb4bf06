import type { LocalDate } from '#contract/time.ts';
import { addDays } from '#shared/format/date-time.ts';
import type { BookingsSearch } from './search.ts';

export interface Preset {
  label: string;
  from?: LocalDate;
  to?: LocalDate;
}

/** The stretches of purchase dates staff ask for most, ending with `today` (a day in the studio's zone), inclusive. */
export function presetsOn(today: LocalDate): Preset[] {
  return [
    { label: 'All time' },
    { label: 'Last 7 days', from: addDays(today, -6), to: today },
    { label: 'Last 30 days', from: addDays(today, -29), to: today },
    { label: 'Last 3 months', from: monthsBefore(today, 3), to: today },
    { label: 'This year', from: `${today.slice(0, 4)}-01-01`, to: today },
  ];
}

export function isPresetActive(preset: Preset, search: BookingsSearch): boolean {
  return preset.from === search.from && preset.to === search.to;
}

/** The same day of an earlier month, or that month's last day where it has no such day. */
export function monthsBefore(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
