import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import { Button, Group, Stack } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useStudioSettings } from '#shared/api/studio-settings.ts';
import { DateRangeField } from '#shared/dates/date-range-field.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { lazyPart } from '#shared/ui/lazy-part.tsx';
import { Segments } from '#shared/ui/segments.tsx';
import type { BookingsPanelProps } from './bookings-panel-props.ts';
import { ExportButton } from './export/export-button.tsx';

const FilterChoices = lazyPart(async () => (await import('./filters/filter-choices.tsx')).FilterChoices);
const WhyNotSeen = lazyPart(async () => (await import('./missing/why-not-seen.tsx')).WhyNotSeen);

interface BookingsToolbarProps extends BookingsPanelProps {
  today: string;
  now: number;
  onPrint: () => void;
}

/** Which date is meant, which days, and what else: everything that decides what stands below. */
export function BookingsToolbar({ customerId, search, today, now, onFilter, onPrint, ...props }: BookingsToolbarProps) {
  const { namedRanges } = useStudioSettings();
  const [isChoosing, setChoosing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isByPurchase = search.by === 'purchase';
  return (
    <Stack component="section" gap="0.625rem" aria-label="Filters" data-no-print>
      <Group gap="xs" align="flex-start">
        <Segments
          aria-label="Which date is meant"
          value={search.by ?? 'class'}
          data={[
            { value: 'class', label: 'Class date' },
            { value: 'purchase', label: 'Purchase date' },
          ]}
          onChange={(value) => onFilter({ by: value === 'purchase' ? 'purchase' : undefined })}
        />
        <Segments
          aria-label="Upcoming or past"
          value={search.when ?? 'any'}
          data={[
            { value: 'any', label: 'All' },
            { value: 'upcoming', label: 'Upcoming' },
            { value: 'past', label: 'Past' },
          ]}
          onChange={(value) => onFilter({ when: value === 'any' ? undefined : value })}
        />
        <DateRangeField
          label={isByPurchase ? 'Purchase dates' : 'Class dates'}
          value={{ from: search.from, to: search.to }}
          today={today}
          named={namedRanges}
          onChange={({ from, to }) => onFilter({ from, to })}
        />
        <Button
          variant="default"
          aria-expanded={isChoosing}
          onPointerEnter={FilterChoices.preload}
          onFocus={FilterChoices.preload}
          onClick={() => setChoosing(!isChoosing)}
        >
          + Filter
        </Button>
        <Group gap="xs" ms="auto">
          <Button variant="subtle" color="gray" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
            Why can’t I see…?
          </Button>
          <ExportButton customerId={customerId} search={search} now={now} today={today} />
          <Button variant="default" leftSection={<Icon name="printer" size={16} />} onClick={onPrint}>
            Print
          </Button>
        </Group>
      </Group>
      {isAsking && (
        <Suspense>
          <WhyNotSeen
            customerId={customerId}
            search={search}
            now={now}
            today={today}
            isArchived={props.isArchived}
            twins={props.twins}
            renderTwinsLink={props.renderTwinsLink}
            onFilter={onFilter}
          />
        </Suspense>
      )}
      {isChoosing && (
        <Suspense>
          <FilterChoices customerId={customerId} search={search} now={now} onFilter={onFilter} />
        </Suspense>
      )}
    </Stack>
  );
}
