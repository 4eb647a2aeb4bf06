import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { describeError } from '#shared/api/describe-error.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { namesIn, toBookingRows } from '../history/booking-row.ts';
import { classClockAt } from '../history/class-time.ts';
import { describeFilter } from '../filters/describe-filter.ts';
import { filterBookings } from '../filters/filter-bookings.ts';
import { groupBookings } from '../history/group-bookings.ts';
import type { BookingsSearch } from '../search.ts';
import { describeTotals, totalBookings } from '../history/total-bookings.ts';

interface ExportButtonProps {
  customerId: CustomerId;
  search: BookingsSearch;
  now: number;
  today: string;
}

/** Everything that is filtered, of all pages, in the order in which it is shown. */
export function ExportButton({ customerId, search, now, today }: ExportButtonProps) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<'rest' | 'busy'>('rest');
  const [problem, setProblem] = useState<string>();

  async function save() {
    setState('busy');
    setProblem(undefined);
    try {
      const [{ bookingsCsv }, { purchases }] = await Promise.all([
        import('./bookings-csv.ts'),
        queryClient.query(bookingQueries.gathered(customerId)),
      ]);
      const all = toBookingRows(purchases, classClockAt(now));
      const groups = groupBookings(filterBookings(all, search), search, today);
      const rows = groups.flatMap((group) => group.rows);
      const heading = `Bookings ${describeFilter(search, namesIn(all))} · ${describeTotals(totalBookings(rows))}`;
      download(bookingsCsv(heading, rows), `bookings ${customerId} ${today}.csv`);
    } catch (error) {
      setProblem(describeError(error).title);
    }
    setState('rest');
  }

  return (
    <Button
      variant="default"
      leftSection={<Icon name="download" size={16} />}
      loading={state === 'busy'}
      title={problem}
      onClick={() => void save()}
    >
      {problem === undefined ? 'CSV' : 'CSV failed: try again'}
    </Button>
  );
}

function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
