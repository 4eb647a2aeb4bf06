import '@mantine/core/styles/Anchor.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { type BookedPeople, type ClassBooking, bookedPeople } from '#shared/bookings/class-bookings.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { personName } from '#contract/person-name.ts';
import { FactList } from '#shared/ui/fact-list.tsx';
import { HabitFacts } from './habit-facts.tsx';
import { findHabits } from './overview-rules.ts';
import { OverviewSection } from './overview-section.tsx';
import { type OverviewRecords, readable } from './overview-records.ts';
import type { OverviewSearch } from './search.ts';
import { TimelineList } from './timeline-list.tsx';
import { buildTimeline } from './timeline-rules.ts';

interface OverviewPastProps {
  customerId: CustomerId;
  search: OverviewSearch;
  onSearch: (search: OverviewSearch) => void;
  bookings: readonly ClassBooking[];
  records: OverviewRecords;
  /** Of what could not be read: "passes". */
  missing: readonly string[];
  isCut: boolean;
  now: number;
  timeZone: string;
}

/** Habits, people and everything that has happened: below what is looked at first. */
export function OverviewPast({
  customerId,
  search,
  onSearch,
  bookings,
  records,
  now,
  timeZone,
  ...props
}: OverviewPastProps) {
  const [wantsVideos, wantVideos] = useWantsVideos(search.kind === 'video');
  const videos = useQuery({ ...tabQueries.videos(customerId), enabled: wantsVideos });
  const missing = [...props.missing, ...(!videos.data && videos.error ? ['videos'] : [])];
  const isCut = props.isCut || (videos.data !== undefined && videos.data.total > videos.data.data.length);
  const entries = buildTimeline({ ...records, videos: readable(videos.data) }, { customerId, now, timeZone });
  return (
    <>
      {bookings.length > 0 && (
        <OverviewSection title="Habits">
          <HabitFacts habits={findHabits(bookings, now)} appointments={records.appointments} />
        </OverviewSection>
      )}
      <People people={bookedPeople(bookings, customerId)} />
      <OverviewSection title="Everything that happened">
        {missing.length > 0 && (
          <Text size="sm" c="dimmed">
            Without {missing.join(', ')}, which could not be read.
          </Text>
        )}
        {!videos.error && (
          // A line in any case: scrolling reads videos, and what a user is about to press below must not move away.
          <Text size="sm" c="dimmed">
            {videos.data ? (
              'With videos.'
            ) : wantsVideos ? (
              'Reading videos…'
            ) : (
              <>
                Without videos so far.{' '}
                <Anchor component="button" type="button" size="sm" onClick={wantVideos} data-no-print>
                  Read them too
                </Anchor>
              </>
            )}
          </Text>
        )}
        {isCut && (
          <Text size="sm" c="dimmed">
            Of long tabs only the first page is in it.
          </Text>
        )}
        <TimelineList customerId={customerId} entries={entries} search={search} onSearch={onSearch} />
      </OverviewSection>
    </>
  );
}

/**
 * Nothing else on the page needs videos, and an opening must not cost a call for them: they are read once a user scrolls,
 * on the way to the timeline, or asks for them.
 */
function useWantsVideos(isAskedFor: boolean): [isWanted: boolean, want: () => void] {
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
  return [isWanted || isAskedFor, () => setWanted(true)];
}

function People({ people: { booksFor, bookedBy } }: { people: BookedPeople }) {
  const groups = [
    { name: 'Books for', people: booksFor },
    { name: 'Booked by', people: bookedBy },
  ].filter((group) => group.people.length > 0);
  if (groups.length === 0) return null;
  return (
    <OverviewSection title="People">
      <FactList
        isLong
        facts={groups.map(({ name, people }) => ({
          name,
          value: (
            <Group gap="0.125rem 0.875rem">
              {people.map((person) => (
                <Link key={person.id} to="/customers/$customerId" params={{ customerId: person.id }}>
                  <bdi>{personName(person) || person.id}</bdi>
                </Link>
              ))}
            </Group>
          ),
        }))}
      />
    </OverviewSection>
  );
}
