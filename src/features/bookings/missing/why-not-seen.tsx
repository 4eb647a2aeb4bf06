import '@mantine/core/styles/Anchor.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Anchor, Box, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { useStudioSettings } from '#shared/api/studio-settings.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { DateRangeField } from '#shared/dates/date-range-field.tsx';
import { plural } from '#shared/format/number.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { toBookingRows } from '../history/booking-row.ts';
import { classClockAt } from '../history/class-time.ts';
import { type Reason, type WantedBooking, explainMissing } from './explain-missing.ts';
import { describeReason } from './missing-words.ts';
import type { BookingsSearch } from '../search.ts';

interface WhyNotSeenProps {
  customerId: CustomerId;
  search: BookingsSearch;
  now: number;
  today: string;
  /** From the customer list; nothing while it is not known. */
  isArchived: boolean | undefined;
  twins: number | undefined;
  /** Leads to profiles of the same name. */
  renderTwinsLink: (label: string) => ReactNode;
  onFilter: (change: BookingsSearch) => void;
}

/** So many answers are read; more of them are counted. */
const MOST_ANSWERS = 6;

/** “Why can’t I see my booking?”: what is looked for, what that costs, and the answers with the way to each. */
export function WhyNotSeen({ customerId, search, now, today, ...props }: WhyNotSeenProps) {
  const { namedRanges } = useStudioSettings();
  const [words, setWords] = useState('');
  // A date that is typed last is read a moment after Enter has asked: the answer is always about these days.
  const [range, setRange] = useState<WantedBooking['range']>({});
  const [asked, setAsked] = useState<string>();
  const options = bookingQueries.gathered(customerId);
  const { data, error, isFetching, refetch } = useQuery({ ...options, enabled: asked !== undefined });
  const calls = data?.isComplete ? 0 : data ? data.pageCount - data.pagesRead : 1;

  function check() {
    setAsked(words);
    if (!data?.isComplete && !isFetching) void refetch();
  }

  const reasons =
    asked !== undefined && data
      ? explainMissing({
          customerId,
          search,
          wanted: { words: asked, range },
          rows: toBookingRows(data.purchases, classClockAt(now)),
          isComplete: data.isComplete,
          unreadable: data.unreadable.length,
          isArchived: props.isArchived,
          twins: props.twins,
        })
      : [];

  return (
    <Paper component="section" p="md" aria-label="Why can’t I see my booking?" data-no-print>
      <Group
        component="form"
        gap="xs"
        align="flex-start"
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <TextInput
          aria-label="Class, or words of its name"
          placeholder="Which class?"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <DateRangeField label="Days of the class" value={range} today={today} named={namedRanges} onChange={setRange} />
        <Button type="submit" loading={isFetching && asked !== undefined}>
          Check
        </Button>
        <Text size="sm" c="dimmed" py={8}>
          {calls === 0
            ? 'Costs no call to Reservie.'
            : `Costs ${data ? '' : 'at least '}${plural(calls, 'call')} to Reservie.`}
        </Text>
      </Group>
      {asked !== undefined && !data && error && (
        <Box mt="sm">
          <ErrorPanel error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {asked !== undefined && data && (
        <Stack gap="xs" mt="sm" role="status">
          <Title order={2}>{reasons.some(({ kind }) => kind === 'shown') ? 'It is there' : 'What was found'}</Title>
          {reasons.slice(0, MOST_ANSWERS).map((reason) => (
            <Answer
              key={'row' in reason ? reason.row.booking.id : reason.kind}
              reason={reason}
              customerId={customerId}
              {...props}
            />
          ))}
          {reasons.length > MOST_ANSWERS && (
            <Text c="dimmed">
              And {plural(reasons.length - MOST_ANSWERS, 'more answer')}: name the class or its days.
            </Text>
          )}
        </Stack>
      )}
    </Paper>
  );
}

interface AnswerProps extends Pick<WhyNotSeenProps, 'customerId' | 'onFilter' | 'renderTwinsLink'> {
  reason: Reason;
}

function Answer({ reason, customerId, onFilter, renderTwinsLink }: AnswerProps) {
  return (
    <Text>
      {describeReason(reason, customerId)}{' '}
      {'reveal' in reason && (
        <Anchor
          component="button"
          type="button"
          onClick={() => onFilter({ ...reason.reveal, open: reason.row.booking.id })}
        >
          Show it
        </Anchor>
      )}
      {(reason.kind === 'twins' || reason.kind === 'archived') && renderTwinsLink('Look for them')}
    </Text>
  );
}
