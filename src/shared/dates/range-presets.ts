import type { NamedRange } from '#contract/studio-settings.ts';
import type { LocalDate } from '#contract/time.ts';
import { type DateRange, parseDateRange } from './parse-date-range.ts';

export interface RangePreset {
  label: string;
  range: DateRange;
}

/** Each means what it means when it is typed. */
const WORDS = [
  'Today',
  'Next 7 days',
  'This week',
  'This month',
  'Last month',
  'Last 3 months',
  'This year',
  'All time',
];

/** What staff ask for most, and then the studio's own named ranges. */
export function rangePresets(today: LocalDate, named: readonly NamedRange[]): RangePreset[] {
  const usual = WORDS.map((label) => {
    const parsed = parseDateRange(label, { today });
    return { label, range: 'problem' in parsed ? {} : parsed };
  });
  return [...usual, ...named.map(({ name, from, to }) => ({ label: name, range: { from, to } }))];
}
