import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Column, DataTable, TableSkeleton } from './data-table.tsx';

interface Row {
  id: string;
  name: string;
  paid: string | undefined;
}

const COLUMNS: Column<Row>[] = [
  { name: 'Pass', cell: ({ name }) => name, isName: true },
  { name: 'Paid', cell: ({ paid }) => paid, isNumeric: true },
  { name: 'State', cell: () => 'Live', isPlain: true },
  { name: 'Change', cell: () => 'Withdraw', isNameHidden: true },
];
const ROWS: Row[] = [
  { id: '1', name: '10 Classes', paid: '£90.00' },
  { id: '2', name: 'Trial', paid: undefined },
];

function draw(part: React.ReactNode): string {
  return renderToStaticMarkup(<MantineProvider>{part}</MantineProvider>);
}

function all(html: string, pattern: RegExp): (string | undefined)[] {
  return [...html.matchAll(pattern)].map((match) => match[1]);
}

test('what a column says once heads it and stands on a phone’s card', () => {
  const html = draw(<DataTable caption="Passes" columns={COLUMNS} rows={ROWS} keyOf={({ id }) => id} />);
  const heads = all(html, /<th[^>]*scope="col"[^>]*>(.*?)<\/th>/g).map((head) => head?.replace(/<[^>]*>/g, ''));
  expect(heads).toEqual(['Pass', 'Paid', 'State', 'Change']);
  // The name of the row and what speaks for itself need no label.
  expect(all(html, /<td[^>]*data-label="([^"]*)"/g)).toEqual(['Paid', 'Paid']);
  expect(all(html, /<th scope="row"><div>(.*?)<\/div>/g)).toEqual(['10 Classes', 'Trial']);
  expect(all(html, /(data-numeric)="true"/g)).toHaveLength(3);
});

test('nothing is a dash', () => {
  const html = draw(<DataTable caption="Passes" columns={COLUMNS} rows={ROWS} keyOf={({ id }) => id} />);
  expect(all(html, /(—)/g)).toHaveLength(1);
});

test('the skeleton has the same heads, and is no table for screen readers', () => {
  const html = draw(<TableSkeleton columns={COLUMNS} />);
  expect(html).toMatch(/<div aria-hidden="true"/);
  expect(all(html, /<th[^>]*scope="col"[^>]*>(Pass|Paid|State)/g)).toEqual(['Pass', 'Paid', 'State']);
  expect(all(html, /<(tr)[ >]/g)).toHaveLength(6);
});
