import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Badge, Box, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CustomerId } from '#contract/id.ts';
import { formatDateTime } from '#shared/format/date-time.ts';
import { plural } from '#shared/format/number.ts';
import { usePrintWhole } from '#shared/ui/use-print-whole.ts';
import { type OverviewSearch, TIMELINE_KINDS, type TimelineKind } from './search.ts';
import { KIND_WORDS, type TimelineEntry } from './timeline-rules.ts';

interface TimelineListProps {
  customerId: CustomerId;
  entries: readonly TimelineEntry[];
  search: OverviewSearch;
  onSearch: (search: OverviewSearch) => void;
}

const ROWS = 30;

/** One list of everything that has happened, the latest first; a press on a kind leaves only that kind, a second one all. */
export function TimelineList({ customerId, entries, search, onSearch }: TimelineListProps) {
  const { kind, rows = ROWS } = search;
  const { isPrinting } = usePrintWhole();
  const counts = new Map<TimelineKind, number>();
  for (const entry of entries) counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + 1);
  const filtered = kind === undefined ? entries : entries.filter((entry) => entry.kind === kind);
  if (entries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing has happened yet.
      </Text>
    );
  }
  return (
    <>
      <Group gap={6} role="group" aria-label="Show only" data-no-print>
        {TIMELINE_KINDS.filter((one) => counts.has(one) || one === kind).map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant={one === kind ? 'light' : 'default'}
            aria-pressed={one === kind}
            onClick={() => onSearch({ kind: one === kind ? undefined : one, rows: undefined })}
          >
            {KIND_WORDS[one].many} {counts.get(one) ?? 0}
          </Button>
        ))}
        <Text size="sm" c="dimmed" role="status">
          {plural(filtered.length, 'entry', 'entries')}
        </Text>
      </Group>
      {filtered.length > 0 && (
        <ol aria-label="Timeline" data-lines>
          {(isPrinting ? filtered : filtered.slice(0, rows)).map((entry) => (
            <Group component="li" key={`${entry.kind} ${entry.id}`} align="baseline" gap="0.125rem 0.875rem" py="xs">
              <Text size="sm" c="dimmed" w="clamp(9.5rem, 20vw, 11.5rem)">
                {formatDateTime(entry.at)}
              </Text>
              <Box w="clamp(5rem, 13vw, 6.5rem)">
                <Badge color={entry.kind === 'note' ? 'info' : 'gray'}>{KIND_WORDS[entry.kind].one}</Badge>
              </Box>
              <Text flex="1 1 16rem" lineClamp={3} style={{ whiteSpace: 'pre-line' }}>
                {entry.transactionId === undefined ? (
                  <span dir="auto">{entry.words}</span>
                ) : (
                  <Text span inherit fw={600}>
                    <Link
                      to="/customers/$customerId/bookings/$transactionId"
                      params={{ customerId, transactionId: entry.transactionId }}
                    >
                      {entry.words}
                    </Link>
                  </Text>
                )}
                {entry.detail && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    {entry.detail}
                  </Text>
                )}
              </Text>
            </Group>
          ))}
        </ol>
      )}
      {filtered.length > rows && (
        <Button data-no-print variant="default" size="xs" onClick={() => onSearch({ ...search, rows: rows + ROWS })}>
          Show {Math.min(ROWS, filtered.length - rows)} more
        </Button>
      )}
    </>
  );
}
