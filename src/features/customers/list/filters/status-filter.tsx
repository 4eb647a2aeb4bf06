import '@mantine/core/styles/Text.layer.css';
import { Text } from '@mantine/core';
import { formatCount } from '#shared/format/number.ts';
import { Segments } from '#shared/ui/segments.tsx';
import { STATUSES, type Status } from '../../directory/directory-protocol.ts';
import classes from '../customer-list.module.css';

const LABELS: Record<Status, string> = { active: 'Active', archived: 'Archived', all: 'All' };

interface StatusFilterProps {
  status: Status;
  /** How many are found under each. */
  counts: Record<Status, number> | undefined;
  onChange: (status: Status) => void;
}

export function StatusFilter({ status, counts, onChange }: StatusFilterProps) {
  return (
    <Segments
      aria-label="Status"
      className={classes['statuses']}
      value={status}
      onChange={onChange}
      data={STATUSES.map((value) => ({
        value,
        label: (
          <>
            {LABELS[value]}{' '}
            <Text span inherit fz="xs" lh={1} fw={400} c="dimmed">
              {counts ? formatCount(counts[value]) : '–'}
            </Text>
          </>
        ),
      }))}
    />
  );
}
