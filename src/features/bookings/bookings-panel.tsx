import '@mantine/core/styles/Stack.layer.css';
import { Stack } from '@mantine/core';
import { useStudio } from '#shared/api/studio.ts';
import { toLocalDate } from '#shared/format/date-time.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { usePrintWhole } from '#shared/ui/use-print-whole.ts';
import type { BookingsPanelProps } from './bookings-panel-props.ts';
import { BookingsToolbar } from './bookings-toolbar.tsx';
import { GatheredBookings } from './gathered-bookings.tsx';
import { PurchasePages } from './purchase/purchase-pages.tsx';
import { canReservieAnswer, hasDatesReversed } from './search.ts';

/** A customer's bookings: by the date of the class from all purchases, by that of the purchase as Reservie pages them. */
export function BookingsPanel(props: BookingsPanelProps) {
  const { search } = props;
  const { timeZone } = useStudio();
  const now = useNow();
  const today = toLocalDate(now, timeZone);
  const { isPrinting, print, onReady } = usePrintWhole();
  const list = { ...props, now, today, timeZone };
  return (
    <Stack gap="sm">
      <BookingsToolbar {...props} today={today} now={now} onPrint={print} />
      {hasDatesReversed(search) ? (
        <Notice title="The first day is later than the last">
          Change the dates, and the bookings will appear here.
        </Notice>
      ) : canReservieAnswer(search) && !isPrinting ? (
        <PurchasePages {...list} />
      ) : (
        <GatheredBookings {...list} isPrinting={isPrinting} onReady={onReady} />
      )}
    </Stack>
  );
}
