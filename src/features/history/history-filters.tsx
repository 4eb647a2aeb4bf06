import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import type { Staff } from '#contract/session.ts';
import { exportUrl } from './queries.ts';
import { nameStaff } from './history-rules.ts';
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
    <Group role="region" aria-label="Filters" align="flex-end" gap="0.5rem 1rem">
      <NativeSelect
        label="Who"
        maw="18rem"
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
      </NativeSelect>
      <Checkbox
        py="xs"
        label="Leave out who looked at what"
        checked={search.changes ?? false}
        onChange={(event) => onFilter({ changes: event.currentTarget.checked || undefined })}
      />
      {isFiltered(search) && (
        <Button variant="subtle" size="sm" onClick={() => onFilter(NO_FILTER)}>
          Clear filters
        </Button>
      )}
      <Button component="a" variant="subtle" ml="auto" href={exportUrl(toHistoryFilter(search))} download>
        Download CSV
      </Button>
    </Group>
  );
}
