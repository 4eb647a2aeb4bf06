import { Button } from '@mantine/core';
import type { LocalDate } from '#contract/time.ts';
import classes from './bookings-filters.module.css';
import { DateFilter } from './date-filter.tsx';
import { isPresetActive, presetsOn } from './presets.ts';
import { type BookingsSearch, hasDatesReversed, isFiltered } from './search.ts';

interface BookingsFiltersProps {
  search: BookingsSearch;
  /** In the studio's zone. */
  today: LocalDate;
  onFilter: (change: BookingsSearch) => void;
}

export const NO_FILTER: BookingsSearch = { from: undefined, to: undefined, upcoming: undefined };

export function BookingsFilters({ search, today, onFilter }: BookingsFiltersProps) {
  return (
    <section className={classes['filters']} aria-label="Filters" data-no-print>
      <fieldset className={classes['presets']} aria-label="Bought within">
        {presetsOn(today).map((preset) => (
          <button
            key={preset.label}
            type="button"
            aria-pressed={isPresetActive(preset, search)}
            onClick={() => onFilter({ from: preset.from, to: preset.to })}
          >
            {preset.label}
          </button>
        ))}
      </fieldset>
      <div className={classes['fields']}>
        <DateFilter label="Bought from" value={search.from} onChange={(from) => onFilter({ from })} />
        <DateFilter
          label="Bought to"
          value={search.to}
          error={hasDatesReversed(search) ? 'Choose a day on or after “Bought from”' : undefined}
          onChange={(to) => onFilter({ to })}
        />
        <label className={classes['check']}>
          <input
            type="checkbox"
            checked={search.upcoming ?? false}
            onChange={(event) => onFilter({ upcoming: event.currentTarget.checked || undefined })}
          />
          Upcoming only
        </label>
        {isFiltered(search) && (
          <Button variant="subtle" size="sm" className={classes['clear']} onClick={() => onFilter(NO_FILTER)}>
            Clear filters
          </Button>
        )}
      </div>
      <p className={classes['hint']}>Filters by the date of purchase, not by the date of the class.</p>
    </section>
  );
}
