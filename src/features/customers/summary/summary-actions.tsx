import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Button, Group, Paper, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import { useStudio } from '#shared/api/studio.ts';
import { classBookings, upcomingBookings } from '#shared/bookings/class-bookings.ts';
import { OpenInReservie } from '#shared/customer/open-in-reservie.tsx';
import { isSingleKey } from '#shared/keyboard/single-keys.ts';
import { readOutText, summariseSubscriptions } from './summary-rules.ts';
import classes from './summary.module.css';
import type { CustomerRecords } from './use-customer-records.ts';

interface SummaryActionsProps {
  customerId: CustomerId;
  name: string;
  records: CustomerRecords;
  /** ms since 1970. */
  now: number;
}

/** What staff do with a customer. “Read out” shows and copies the summary as plain text; the key C does the same. */
export function SummaryActions({ customerId, name, records, now }: SummaryActionsProps) {
  const { role } = useSession();
  const { timeZone } = useStudio();
  const { copy, copied, error } = useClipboard();
  const [isOpen, setOpen] = useState(false);
  const { passes, purchases, subscriptions } = records;
  const text = readOutText(
    {
      name,
      credits: passes.value && { passes: passes.value },
      upcoming: purchases.value && upcomingBookings(classBookings(purchases.value), now),
      subscription: subscriptions.value && summariseSubscriptions(subscriptions.value, now, timeZone),
    },
    { now, timeZone, customerId },
  );

  function readOut() {
    copy(text);
    setOpen(true);
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'c' && !event.shiftKey && isSingleKey(event)) readOut();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  return (
    <div data-no-print>
      <Group gap="xs" className={classes['actions'] ?? ''}>
        {isAllowed(role, 'desk') && (
          <Button
            size="xs"
            renderRoot={(props) => (
              <Link {...props} to="/customers/$customerId/profile" params={{ customerId }} resetScroll={false} />
            )}
          >
            Edit
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          title="Copy a summary to read out or to paste (C)"
          aria-keyshortcuts="c"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? setOpen(false) : readOut())}
        >
          Read out
        </Button>
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => (
            <Link {...props} to="/customers/$customerId/can-book" params={{ customerId }} resetScroll={false} />
          )}
        >
          Why can’t they book?
        </Button>
        <OpenInReservie kind="customer" customerId={customerId} size="xs" variant="default" />
      </Group>
      {isOpen && (
        <Paper mt="sm" p="sm" withBorder={false} radius="sm" bg="var(--desk-canvas)">
          <Text size="sm" c="dimmed" role="status">
            {copied ? 'Copied' : error ? 'The browser does not allow copying: select the text' : 'To read out'}
          </Text>
          <Text style={{ whiteSpace: 'pre-line' }} dir="auto">
            {text}
          </Text>
        </Paper>
      )}
    </div>
  );
}
