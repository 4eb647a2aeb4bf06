import '@mantine/core/styles/Group.layer.css';
import { Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { formatPaymentMethod } from '#shared/format/payment.ts';
import { namesIn, toBookingRows } from '../history/booking-row.ts';
import { classClockAt } from '../history/class-time.ts';
import { STATE_WORDS } from './describe-filter.ts';
import { type BookingsSearch, type ChoiceName, GROUPS, STATES } from '../search.ts';

interface FilterChoicesProps {
  customerId: CustomerId;
  search: BookingsSearch;
  now: number;
  onFilter: (change: BookingsSearch) => void;
}

const GROUP_WORDS = { month: 'Month', class: 'Class', weekday: 'Weekday' } as const;

/** What is in this customer's bookings can be chosen; each choice becomes a chip. */
export function FilterChoices({ customerId, search, now, onFilter }: FilterChoicesProps) {
  const { data } = useQuery(bookingQueries.gathered(customerId));
  const rows = useMemo(() => toBookingRows(data?.purchases ?? [], classClockAt(now)), [data?.purchases, now]);
  const methods = [...new Set(rows.map(({ booking }) => booking.payment.method))].toSorted();
  const names = [...new Set(rows.map(({ booking }) => booking.event.name))].toSorted();
  const choices: { name: ChoiceName; label: string; options: { value: string; label: string }[] }[] = [
    { name: 'state', label: 'State', options: STATES.map((value) => ({ value, label: STATE_WORDS[value] })) },
    { name: 'paid', label: 'Payment', options: methods.map((value) => ({ value, label: formatPaymentMethod(value) })) },
    { name: 'class', label: 'Class', options: names.map((value) => ({ value, label: value })) },
    { name: 'for', label: 'For whom', options: [...namesIn(rows)].map(([value, label]) => ({ value, label })) },
  ];

  function add(name: ChoiceName, value: string) {
    if (value !== '') onFilter({ [name]: [...(search[name] ?? []), value] });
  }

  return (
    <Group grow preventGrowOverflow={false} gap="0.5rem 0.75rem">
      {choices.map(({ name, label, options }) => (
        <NativeSelect
          key={name}
          label={label}
          size="xs"
          miw="8rem"
          value=""
          data={[
            { value: '', label: 'Any' },
            ...options.filter(({ value }) => !search[name]?.some((chosen: string) => chosen === value)),
          ]}
          onChange={(event) => add(name, event.currentTarget.value)}
        />
      ))}
      <NativeSelect
        label="Group by"
        size="xs"
        miw="8rem"
        value={search.group ?? ''}
        data={[{ value: '', label: 'Nearest first' }, ...GROUPS.map((value) => ({ value, label: GROUP_WORDS[value] }))]}
        onChange={(event) => onFilter({ group: GROUPS.find((group) => group === event.currentTarget.value) })}
      />
    </Group>
  );
}
