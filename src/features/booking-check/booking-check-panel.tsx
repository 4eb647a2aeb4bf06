import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Badge, Box, Group, NativeSelect, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { StudioClass } from '#contract/classes.ts';
import type { CustomerId } from '#contract/id.ts';
import { type UnreadableRow, isUnreadable } from '#contract/page.ts';
import { useStudio } from '#shared/api/studio.ts';
import { classBookings } from '#shared/bookings/class-bookings.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { formatDateTime } from '#shared/format/date-time.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { type Finding, checkBooking, concludeCheck } from './check-rules.ts';
import { classOptions } from './class-options.ts';
import { classQueries } from './queries.ts';

interface BookingCheckPanelProps {
  customerId: CustomerId;
  /** Of the class that was chosen. */
  dateId: string | undefined;
  onChoose: (dateId: string | undefined) => void;
  isArchived: boolean | undefined;
  /** How many other profiles have this customer’s name or number. */
  twins: number | undefined;
}

/** “Why can’t they book?”: choose a class of the next days and see every rule that is visible from here. */
export function BookingCheckPanel({ customerId, dateId, onChoose, isArchived, twins }: BookingCheckPanelProps) {
  const { data, error, refetch } = useQuery(classQueries.timetable());
  const now = useNow();
  const chosen = data?.data.find(({ date }) => date.id === dateId);
  return (
    <Paper component="section" aria-labelledby="booking-check" p="1rem 1.125rem">
      <Stack gap="0.875rem">
        <Title order={2} id="booking-check">
          Why can’t they book?
        </Title>
        {data ? (
          <NativeSelect
            maw="30rem"
            label="Class"
            description="Of the next two weeks. Checking one asks Reservie once at most."
            value={chosen?.date.id ?? ''}
            onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
            data={[{ value: '', label: 'Choose a class' }, ...classOptions(data.data, now)]}
          />
        ) : error ? (
          <ErrorPanel error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height={62} aria-label="Loading the timetable" role="status" />
        )}
        {data && data.unreadable > 0 && (
          <Text size="sm" c="dimmed">
            {data.unreadable} events could not be read.
          </Text>
        )}
        {dateId !== undefined && data && !chosen && <p role="status">This class is not in the next two weeks.</p>}
        {chosen && <Check {...{ customerId, studioClass: chosen, isArchived, twins, now }} />}
      </Stack>
    </Paper>
  );
}

interface CheckProps extends Pick<BookingCheckPanelProps, 'customerId' | 'isArchived' | 'twins'> {
  studioClass: StudioClass;
  now: number;
}

function Check({ customerId, studioClass, isArchived, twins, now }: CheckProps) {
  const { timeZone } = useStudio();
  const places = useQuery(classQueries.places(customerId, studioClass));
  const passes = useQuery(tabQueries.passes(customerId));
  const subscriptions = useQuery(tabQueries.subscriptions(customerId));
  const gathered = useQuery(bookingQueries.gathered(customerId));
  const isChecking =
    [places, passes, subscriptions].some((query) => query.isPending) ||
    (gathered.isFetching && !gathered.data?.isComplete);
  if (isChecking) return <Skeleton height={120} aria-label="Checking" role="status" />;
  const findings = checkBooking({
    customerId,
    studioClass,
    places: places.data,
    isArchived,
    twins,
    // Part of them would tell what is not so.
    passes: whole(passes.data),
    subscriptions: whole(subscriptions.data),
    bookings: gathered.data?.isComplete ? classBookings(gathered.data.purchases) : undefined,
    isBookingUnread: gathered.data !== undefined && (gathered.data.unreadable.length > 0 || gathered.data.hasDrifted),
    now,
    timeZone,
  });
  return (
    <Stack gap="xs">
      <Text size="lg" fw={600} role="status">
        {concludeCheck(findings)}
      </Text>
      <Text size="sm" c="dimmed">
        {studioClass.name}, {formatDateTime(studioClass.date.datetime)}
      </Text>
      <ul aria-label="What was checked">
        {findings.map((finding, index) => (
          <Group
            component="li"
            key={finding.words}
            gap="0.25rem 0.75rem"
            py="xs"
            style={index > 0 ? { borderBlockStart: '1px solid var(--desk-border)' } : undefined}
          >
            <Box w="7.75rem">
              <Badge color={VERDICTS[finding.verdict].color}>{VERDICTS[finding.verdict].words}</Badge>
            </Box>
            <Box flex="1 1 16rem">
              {finding.words}. <Source customerId={customerId} place={finding.place} />
            </Box>
          </Group>
        ))}
      </ul>
    </Stack>
  );
}

const VERDICTS = {
  no: { words: 'Stops them', color: 'bad' },
  care: { words: 'May stop them', color: 'warn' },
  fine: { words: 'Fine', color: 'good' },
  unseen: { words: 'Not visible here', color: 'gray' },
} as const satisfies Record<Finding['verdict'], object>;

const PLACES = {
  bookings: { to: '/customers/$customerId/bookings', words: 'See their bookings' },
  passes: { to: '/customers/$customerId/passes', words: 'See their passes' },
  subscriptions: { to: '/customers/$customerId/subscriptions', words: 'See their subscriptions' },
  profile: { to: '/customers/$customerId/profile', words: 'See the profile' },
} as const satisfies Record<NonNullable<Finding['place']>, object>;

function Source({ customerId, place }: { customerId: CustomerId; place: Finding['place'] }) {
  if (!place) return null;
  return (
    <Link to={PLACES[place].to} params={{ customerId }}>
      {PLACES[place].words}
    </Link>
  );
}

function whole<Row extends object>(
  page: { data: (Row | UnreadableRow)[]; total: number } | undefined,
): Row[] | undefined {
  const rows = page?.data.filter((row): row is Row => !isUnreadable(row));
  return rows && page && rows.length >= page.total ? rows : undefined;
}
