import { Button } from '@mantine/core';
import type { Staff } from '#contract/session.ts';
import { exportUrl } from './queries.ts';
import classes from './history-filters.module.css';
import { nameStaff } from './history-words.ts';
import { type HistorySearch, isFiltered, toHistoryFilter } from './search.ts';

interface HistoryFiltersProps {
  search: HistorySearch;
  /** Undefined until they are known. */
  staff: readonly Staff[] | undefined;
  onFilter: (change: HistorySearch) => void;
}

export const NO_FILTER: HistorySearch = { staff: undefined, changes: undefined };

export function HistoryFilters({ search, staff, onFilter }: HistoryFiltersProps) {
  const isUnknown = search.staff !== undefined && !staff?.some(({ id }) => id === search.staff);
  return (
    <section className={classes['filters']} aria-label="Filters">
      <label className={classes['who']}>
        Who
        <select
          className={classes['select']}
          value={search.staff ?? ''}
          onChange={(event) => onFilter({ staff: event.currentTarget.value || undefined })}
        >
          <option value="">All staff</option>
          {isUnknown && <option value={search.staff}>{staff ? 'Unknown' : 'Loading…'}</option>}
          {staff?.map((member) => (
            <option key={member.id} value={member.id}>
              {nameStaff(member, staff)}
            </option>
          ))}
        </select>
      </label>
      <label className={classes['check']}>
        <input
          type="checkbox"
          checked={search.changes ?? false}
          onChange={(event) => onFilter({ changes: event.currentTarget.checked || undefined })}
        />
        Leave out who looked at what
      </label>
      {isFiltered(search) && (
        <Button variant="subtle" size="sm" onClick={() => onFilter(NO_FILTER)}>
          Clear filters
        </Button>
      )}
      <a className={classes['export']} href={exportUrl(toHistoryFilter(search))} download>
        Download CSV
      </a>
    </section>
  );
}
