import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookingsCsv } from './bookings-csv.ts';
import { TODAY, rowsOfHistory, searches } from '../history/history-fixture.ts';
import { filterBookings } from '../filters/filter-bookings.ts';
import { groupBookings } from '../history/group-bookings.ts';

/** RFC 4180, read character by character. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let [cell, cells, isQuoted]: [string, string[], boolean] = ['', [], false];
  for (let at = 1; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ',') [cell, cells] = ['', [...cells, cell]];
    else if (letter === '\n') {
      lines.push([...cells, cell]);
      [cell, cells] = ['', []];
    } else if (letter !== '\r') cell += letter;
  }
  return lines;
}

test('the file holds exactly the rows that are filtered, in the order that is shown, below what they were filtered by', () => {
  fc.assert(
    fc.property(rowsOfHistory, searches, (all, search) => {
      const rows = groupBookings(filterBookings(all, search), search, TODAY).flatMap((group) => group.rows);
      const text = bookingsCsv('Bookings of classes, "all", at any time', rows);
      expect(text.startsWith('\uFEFF')).toBe(true);
      const [heading, columns = [], ...lines] = readCsv(text);
      expect(heading).toEqual(['Bookings of classes, "all", at any time']);
      expect(lines.map((cells) => cells.at(-1))).toEqual(rows.map(({ booking }) => booking.id));
      expect(lines.every((cells) => cells.length === columns.length)).toBe(true);
      const gross = lines.reduce((sum, cells) => sum + Math.round(Number(cells[columns.indexOf('Gross')]) * 100), 0);
      const expected = rows.map(({ booking: { payment } }) =>
        'base100gross_price' in payment ? payment.base100gross_price : 0,
      );
      expect(gross).toBe(expected.reduce((sum, amount) => sum + amount, 0));
    }),
    { numRuns: 100 },
  );
});

test('no cell can begin a formula', () => {
  fc.assert(
    fc.property(rowsOfHistory, (rows) => {
      for (const cell of readCsv(bookingsCsv('=SUM(A1)', rows)).flat()) expect(cell).not.toMatch(/^[=+@\t]/);
    }),
    { numRuns: 50 },
  );
});
