import '@mantine/core/styles/FloatingIndicator.layer.css';
import '@mantine/core/styles/SegmentedControl.layer.css';
import { SegmentedControl } from '@mantine/core';
import { formatCount } from '#shared/format/number.ts';
import { STATUSES, type Status } from '../directory/directory-protocol.ts';
import classes from './customer-list.module.css';

const LABELS: Record<Status, string> = { active: 'Active', archived: 'Archived', all: 'All' };

interface StatusFilterProps {
  status: Status;
  /** How many are found under each. */
  counts: Record<Status, number> | undefined;
  onChange: (status: Status) => void;
}

export function StatusFilter({ status, counts, onChange }: StatusFilterProps) {
  return (
    <SegmentedControl
      aria-label="Status"
      className={classes['statuses'] ?? ''}
      value={status}
      onChange={onChange}
      data={STATUSES.map((value) => ({
        value,
        label: (
          <>
            {LABELS[value]} <span className={classes['statusCount']}>{counts ? formatCount(counts[value]) : '–'}</span>
          </>
        ),
      }))}
    />
  );
}
