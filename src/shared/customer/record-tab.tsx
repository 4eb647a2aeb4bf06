import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import type { LocalDateTime } from '#contract/time.ts';
import { useStudio } from '#shared/api/studio.ts';
import { toLocalDateTime } from '#shared/format/date-time.ts';
import { type Column, TableSkeleton } from '#shared/table/data-table.tsx';
import { type RecordMore, RecordTable } from '#shared/table/record-table.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import type { TabPage } from './gather-tab.ts';
import { RecordsPanel, type RecordsPanelProps, type TabControls } from './records-panel.tsx';

/** What the rules and cells of a tab depend on beside its rows. */
export interface TabMoment {
  customerId: CustomerId;
  timeZone: string;
  /** ms since 1970. */
  now: number;
  /** The same on the studio’s clock. */
  localNow: LocalDateTime;
}

/** All that one tab has of its own: what it reads, its words, its rules, and how it shows its rows. */
export interface RecordTab<Row> extends Omit<RecordsPanelProps<Row>, 'query' | keyof TabControls> {
  query: UseQueryOptions<TabPage<Row>, Error, TabPage<Row>>;
}

interface RecordTabPanelProps<Row> extends TabControls {
  customerId: CustomerId;
  tabAt: (moment: TabMoment) => RecordTab<Row>;
}

/** A customer’s tab as its definition says. */
export function RecordTabPanel<Row extends object>({ customerId, tabAt, ...controls }: RecordTabPanelProps<Row>) {
  const { timeZone } = useStudio();
  const now = useNow();
  const { query, ...tab } = tabAt({ customerId, timeZone, now, localNow: toLocalDateTime(now, timeZone) });
  return <RecordsPanel {...controls} {...tab} query={useQuery(query)} />;
}

interface TableParts<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  more?: RecordMore<Row>;
}

/** Shows a tab's rows as a table in groups. */
export function asTable<Row extends { id: string }>({ caption, columns, more }: TableParts<Row>) {
  return {
    skeleton: <TableSkeleton columns={columns} />,
    children: (groups: Parameters<RecordsPanelProps<Row>['children']>[0]) => (
      <RecordTable caption={caption} columns={columns} keyOf={({ id }) => id} more={more} groups={groups} />
    ),
  };
}
