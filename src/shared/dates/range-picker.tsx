import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/dates/styles.layer.css';
import { Box, Button, Group, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import type { NamedRange } from '#contract/studio-settings.ts';
import type { LocalDate } from '#contract/time.ts';
import {
  formatDay,
  formatMonth,
  formatMonthShort,
  formatWeekday,
  formatWeekdayName,
} from '#shared/format/date-time.ts';
import { firstDayOfWeek } from '#shared/format/studio-locale.ts';
import { EARLIEST_YEAR, LATEST_YEAR } from './calendar.ts';
import classes from './range-picker.module.css';
import { isSameRange } from './describe-range.ts';
import type { DateRange } from './parse-date-range.ts';
import { rangePresets } from './range-presets.ts';

interface RangePickerProps {
  label: string;
  value: DateRange;
  today: LocalDate;
  named: readonly NamedRange[];
  onChoose: (range: DateRange) => void;
  onClose: () => void;
}

/** Mantine's calendar with the usual ranges beside it; days are `YYYY-MM-DD` from end to end. Fetched when opened. */
export function RangePicker({ label, value, today, named, onChoose, onClose }: RangePickerProps) {
  const [picked, setPicked] = useState<[string | null, string | null]>([value.from ?? null, value.to ?? null]);

  function finish(range: DateRange) {
    onChoose(range);
    onClose();
  }

  function pick(days: [string | null, string | null]) {
    setPicked(days);
    const [from, to] = days;
    if (from !== null && to !== null) finish({ from, to });
  }

  return (
    <Popover
      opened
      onDismiss={onClose}
      trapFocus
      returnFocus
      withRoles={false}
      position="bottom-start"
      shadow="md"
      withinPortal={false}
    >
      <Popover.Target>
        <Box component="span" pos="absolute" bottom={0} left={0} w="2.5rem" />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label} maw="calc(100vw - 1.5rem)">
        <Group align="flex-start">
          <div className={classes['presets']} role="group" aria-label="Usual ranges">
            {rangePresets(today, named).map(({ label: name, range }) => (
              <Button
                key={name}
                variant={isSameRange(range, value) ? 'light' : 'subtle'}
                color={isSameRange(range, value) ? 'pine' : 'gray'}
                size="compact-sm"
                justify="flex-start"
                aria-pressed={isSameRange(range, value)}
                onClick={() => finish(range)}
              >
                {name}
              </Button>
            ))}
          </div>
          <DatePicker
            type="range"
            allowSingleDateInRange
            hideOutsideDates
            value={picked}
            onChange={pick}
            defaultDate={value.from ?? value.to ?? today}
            minDate={`${EARLIEST_YEAR}-01-01`}
            maxDate={`${LATEST_YEAR}-12-31`}
            weekendDays={[]}
            firstDayOfWeek={toDayOfWeek(firstDayOfWeek())}
            weekdayFormat={(date) => (
              <abbr title={formatWeekdayName(date)} style={{ textDecoration: 'none' }}>
                {formatWeekday(date)}
              </abbr>
            )}
            monthLabelFormat={(date) => formatMonth(date, true)}
            monthsListFormat={(date) => formatMonthShort(date)}
            getDayAriaLabel={(date) => formatDay(date)}
            getDayProps={(date) => ({ 'data-today': date === today || undefined })}
            ariaLabels={{
              nextMonth: 'Next month',
              previousMonth: 'Previous month',
              nextYear: 'Next year',
              previousYear: 'Previous year',
              nextDecade: 'Next years',
              previousDecade: 'Previous years',
              monthLevelControl: 'Choose a month',
              yearLevelControl: 'Choose a year',
            }}
          />
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function toDayOfWeek(day: number): 0 | 1 | 6 {
  return day === 0 || day === 6 ? day : 1;
}
