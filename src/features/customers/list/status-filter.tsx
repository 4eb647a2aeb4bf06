import { formatCount } from '#shared/format/number.ts';
import { STATUSES, type Status } from '../directory/directory-protocol.ts';
import classes from './customer-list.module.css';

const LABELS: Record<Status, string> = { active: 'Active', archived: 'Archived', all: 'All' };

interface StatusFilterProps {
  status: Status;
  /** How many the search finds under each. */
  counts: Record<Status, number> | undefined;
  onChange: (status: Status) => void;
}

export function StatusFilter({ status, counts, onChange }: StatusFilterProps) {
  return (
    <div className={classes['statuses']} role="group" aria-label="Status">
      {STATUSES.map((each) => (
        <button
          key={each}
          type="button"
          className={classes['statusButton']}
          aria-pressed={each === status}
          onClick={() => onChange(each)}
        >
          {LABELS[each]} <span className={classes['statusCount']}>{counts ? formatCount(counts[each]) : '–'}</span>
        </button>
      ))}
    </div>
  );
}
