import '@mantine/core/styles/Anchor.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Title.layer.css';
import { Anchor, Paper, Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { isUnreadable, type UnreadableRow } from '#contract/page.ts';
import { isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import { useStudio } from '#shared/api/studio.ts';
import { bookedPeople, classBookings, upcomingBookings } from '#shared/bookings/class-bookings.ts';
import { gatheredPurchases } from '#shared/bookings/purchase-queries.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { formatCount } from '#shared/format/number.ts';
import { toLocalDate } from '#shared/format/date-time.ts';
import { ErrorPanel } from '#shared/ui/error-panel.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { ActivityCharts } from './activity-charts.tsx';
import { HabitFacts } from './habit-facts.tsx';
import classes from './overview.module.css';
import { findHabits, monthlyActivity } from './overview-rules.ts';
import type { OverviewSearch } from './search.ts';
import { TimelineList } from './timeline-list.tsx';
import { buildTimeline } from './timeline-rules.ts';
import { UpcomingList } from './upcoming-list.tsx';

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
  const gathered = useQuery(gatheredPurchases(customerId));
  const passes = useQuery(tabQueries.passes(customerId));
  const appointments = useQuery(tabQueries.appointments(customerId));
  const notes = useQuery({ ...tabQueries.notes(customerId), enabled: isAllowed(role, 'desk') });
  const [wantsVideos, setWantsVideos] = useWantsVideos(search.kind === 'video');
  const videos = useQuery({ ...tabQueries.videos(customerId), enabled: wantsVideos });

  const { data, error, refetch } = gathered;
  if (!data && error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <OverviewSkeleton />;
  const bookings = classBookings(data.purchases);
  const upcoming = upcomingBookings(bookings, now);
  const records = {
    purchases: data.purchases,
    passes: readable(passes.data),
    appointments: readable(appointments.data),
    videos: readable(videos.data),
    notes: readable(notes.data),
  };
  const activity = monthlyActivity(records, toLocalDate(now, timeZone), timeZone);
  const missing = [
    !passes.data && passes.error && 'passes',
    !appointments.data && appointments.error && 'appointments',
    !videos.data && videos.error && 'videos',
    !notes.data && notes.error && 'notes',
  ].filter((name) => typeof name === 'string');
  const isCut = [passes.data, appointments.data, videos.data, notes.data].some(
    (page) => page && page.total > page.data.length,
  );
  return (
    <div className={classes['overview']}>
      {!data.isComplete && (
        <p className={classes['quiet']} role="status">
          Reading purchases: {formatCount(data.purchases.length)} of {formatCount(data.total)} so far. Numbers below
          grow until all have arrived.
        </p>
      )}
      {data.unreadable.length > 0 && (
        <p className={classes['quiet']}>
          {formatCount(data.unreadable.length)} purchases could not be read and are not counted.
        </p>
      )}
      <Section title="Coming up">
        <UpcomingList customerId={customerId} upcoming={upcoming} now={now} studioTimeZone={timeZone} />
      </Section>
      <Section title="Last twelve months">
        <ActivityCharts activity={activity} />
      </Section>
      <Section title="Habits">
        <HabitFacts habits={findHabits(bookings, now)} appointments={records.appointments} />
      </Section>
      <People customerId={customerId} people={bookedPeople(bookings, customerId)} />
      <Section title="Everything that happened">
        {!wantsVideos && !videos.data && (
          <p className={classes['quiet']}>
            Without videos so far.{' '}
            <Anchor component="button" type="button" size="sm" onClick={() => setWantsVideos(true)}>
              Read them too
            </Anchor>
          </p>
        )}
        {missing.length > 0 && (
          <p className={classes['quiet']}>Without {missing.join(', ')}, which could not be read.</p>
        )}
        {isCut && <p className={classes['quiet']}>Of long tabs only the first page is in it.</p>}
        <TimelineList
          customerId={customerId}
          entries={buildTimeline(records, { customerId, now, timeZone })}
          search={search}
          onSearch={onSearch}
        />
      </Section>
    </div>
  );
}

/**
 * Nothing else on the page needs videos, and an opening must not cost a call for them: they are read once a user scrolls,
 * on the way to the timeline, or asks for them.
 */
function useWantsVideos(isAskedFor: boolean) {
  const [isWanted, setWanted] = useState(isAskedFor);
  useEffect(() => {
    const want = () => setWanted(true);
    window.addEventListener('wheel', want, { once: true, passive: true });
    window.addEventListener('scroll', want, { once: true, passive: true });
    return () => {
      window.removeEventListener('wheel', want);
      window.removeEventListener('scroll', want);
    };
  }, []);
  return [isWanted || isAskedFor, setWanted] as const;
}

function People({ customerId, people }: { customerId: CustomerId; people: ReturnType<typeof bookedPeople> }) {
  const groups = [
    { title: 'Books for', people: people.booksFor },
    { title: 'Booked by', people: people.bookedBy },
  ].filter((group) => group.people.length > 0);
  if (groups.length === 0) return null;
  return (
    <Section title="People">
      <dl className={classes['facts']}>
        {groups.map((group) => (
          <div key={group.title}>
            <dt>{group.title}</dt>
            <dd className={classes['names']}>
              {group.people.map(({ id, firstname, lastname }) => (
                <Link key={`${customerId} ${id}`} to="/customers/$customerId" params={{ customerId: id }}>
                  <bdi>{`${firstname} ${lastname}`.trim() || id}</bdi>
                </Link>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} className={classes['section'] ?? ''}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </Paper>
  );
}

function OverviewSkeleton() {
  return (
    <div className={classes['overview']} role="status" aria-label="Loading the overview">
      {[180, 190, 150].map((height) => (
        <Skeleton key={height} height={height} radius="lg" />
      ))}
    </div>
  );
}

function readable<Row extends object>(page: { data: (Row | UnreadableRow)[] } | undefined): Row[] | undefined {
  return page?.data.filter((row): row is Row => !isUnreadable(row));
}
