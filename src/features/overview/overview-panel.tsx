import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import { useStudio } from '#shared/api/studio.ts';
import { classBookings, upcomingBookings } from '#shared/bookings/class-bookings.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { GatheringProgress } from '#shared/bookings/gathering-progress.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { formatCount } from '#shared/format/number.ts';
import { toLocalDate } from '#shared/format/date-time.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';
import { useNow } from '#shared/ui/use-now.ts';
import { ActivityCharts } from './activity-charts.tsx';
import { readable } from './overview-records.ts';
import { monthlyActivity, notCounted } from './overview-rules.ts';
import { OverviewSection } from './overview-section.tsx';
import type { OverviewSearch } from './search.ts';
import { UpcomingList } from './upcoming-list.tsx';

const OverviewPast = lazyExtra(() => import('./overview-past.tsx').then((module) => module.OverviewPast));

interface OverviewPanelProps {
  customerId: CustomerId;
  search: OverviewSearch;
  onSearch: (search: OverviewSearch) => void;
}

/** A customer as a whole: what is to come, twelve months, habits, people, and everything that has happened. */
export function OverviewPanel({ customerId, search, onSearch }: OverviewPanelProps) {
  const { timeZone } = useStudio();
  const { role } = useSession();
  const now = useNow();
  const { data, error, isFetching, refetch } = useQuery(bookingQueries.gathered(customerId));
  const passes = useQuery(tabQueries.passes(customerId));
  const appointments = useQuery(tabQueries.appointmentSummary(customerId));
  // Read further down, when they are wanted (`OverviewPast`).
  const videos = useQuery({ ...tabQueries.videos(customerId), enabled: false });
  const notes = useQuery({ ...tabQueries.notes(customerId), enabled: isAllowed(role, 'desk') });
  if (!data && error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <OverviewSkeleton />;
  const bookings = classBookings(data.purchases);
  const records = {
    purchases: data.purchases,
    passes: readable(passes.data),
    appointments: readable(appointments.data),
    notes: readable(notes.data),
  };
  const paidFor = { ...records, videos: readable(videos.data) };
  const parts = Object.entries({ passes, appointments, notes });
  return (
    <Stack gap="md">
      <GatheringProgress gathered={data} error={error} isReading={isFetching} onRetry={() => void refetch()} />
      {data.unreadable.length > 0 && (
        <Text size="sm" c="dimmed">
          {formatCount(data.unreadable.length)} purchases could not be read and are not counted.
        </Text>
      )}
      <OverviewSection title="Coming up">
        <UpcomingList
          customerId={customerId}
          upcoming={upcomingBookings(bookings, now)}
          isComplete={data.isComplete}
          now={now}
          studioTimeZone={timeZone}
        />
      </OverviewSection>
      <OverviewSection title="Last twelve months">
        <ActivityCharts
          activity={monthlyActivity(paidFor, toLocalDate(now, timeZone), timeZone)}
          without={notCounted(paidFor)}
        />
      </OverviewSection>
      <Below>
        <OverviewPast
          customerId={customerId}
          search={search}
          onSearch={onSearch}
          bookings={bookings}
          records={records}
          missing={parts.filter(([, part]) => !part.data && part.error).map(([name]) => name)}
          isCut={parts.some(([, { data: page }]) => page && page.total > page.data.length)}
          now={now}
          timeZone={timeZone}
        />
      </Below>
    </Stack>
  );
}

/** Fetched and drawn when its place comes into sight, or else once the first screen stands. */
function Below({ children }: { children: ReactNode }) {
  const { ref, inViewport } = useInViewport();
  const isFirstOver = useAfterFirstScreen();
  const [isNear, setNear] = useState(false);
  if (!isNear && (inViewport || isFirstOver)) setNear(true);
  const place = <Skeleton ref={ref} height={320} radius="lg" />;
  return isNear ? <Suspense fallback={place}>{children}</Suspense> : place;
}

function OverviewSkeleton() {
  return (
    <Stack gap="md" role="status" aria-label="Loading the overview">
      {[180, 190, 150].map((height) => (
        <Paper key={height} mih={height} p="md">
          <Skeleton height={14} width={150} mb="lg" />
          <Skeleton height={10} mb="md" />
          <Skeleton height={10} width="70%" />
        </Paper>
      ))}
    </Stack>
  );
}
