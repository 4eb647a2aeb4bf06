import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { ActionIcon, Box, Group, Text } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';
import { DateBlock } from '#shared/bookings/date-block.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { formatCount } from '#shared/format/number.ts';
import { Cells, type Column, TableFrame } from './data-table.tsx';
import classes from './data-table.module.css';

export interface RecordMore<Row> {
  /** What the button that opens it is called. */
  label: (row: Row) => string;
  render: (row: Row) => ReactNode;
}

interface RecordTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  groups: readonly { title: string; rows: Row[]; total: number; isPast?: boolean }[];
  keyOf: (row: Row) => string;
  /** What opens below a row. */
  more?: RecordMore<Row> | undefined;
}

/** Read-only records in titled groups, such as "Current" and "Past"; a group without rows does not appear. */
export function RecordTable<Row>({ caption, columns, groups, keyOf, more }: RecordTableProps<Row>) {
  const heads = more ? [...columns, { name: 'Details', isNameHidden: true }] : columns;
  return (
    <TableFrame caption={caption} columns={heads}>
      {groups.map(({ title, rows, total, isPast }) => (
        <tbody key={title} data-quiet={isPast || undefined}>
          <tr>
            <th scope="rowgroup" colSpan={heads.length}>
              {title}{' '}
              <Text span inherit fw={400} ms={4}>
                {formatCount(total)}
              </Text>
            </th>
          </tr>
          {rows.map((row) => (
            <RecordRow key={keyOf(row)} row={row} columns={columns} more={more} />
          ))}
        </tbody>
      ))}
    </TableFrame>
  );
}

interface RecordRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  more: RecordMore<Row> | undefined;
}

function RecordRow<Row>({ row, columns, more }: RecordRowProps<Row>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Fragment>
      <tr data-open={isOpen || undefined}>
        <Cells row={row} columns={columns} />
        {more && (
          <td className={classes['more']} data-no-print>
            <ActionIcon aria-label={more.label(row)} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={16} />
            </ActionIcon>
          </td>
        )}
      </tr>
      {more && isOpen && (
        <tr data-details>
          <Box component="td" c="dimmed" colSpan={columns.length + 1}>
            {more.render(row)}
          </Box>
        </tr>
      )}
    </Fragment>
  );
}

/** What a cell says, over what else there is to know, more quietly. */
export function TwoLines({ children, below }: { children: ReactNode; below?: ReactNode }) {
  return (
    <>
      {children}
      {below !== undefined && below !== '' && (
        <Text size="sm" c="dimmed" fw={400} component="div">
          {below}
        </Text>
      )}
    </>
  );
}

/** A day as a leaf of a calendar, with the hour and what else belongs to it beside it. */
export function DatedLines({ at, below, children }: { at: string; below?: ReactNode; children: ReactNode }) {
  return (
    <Group gap="0.625rem" wrap="nowrap">
      <DateBlock day={at} />
      <div>
        <TwoLines below={below}>
          <time dateTime={at}>{children}</time>
        </TwoLines>
      </div>
    </Group>
  );
}
