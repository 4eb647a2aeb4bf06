import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import type { BookingRow } from '../history/booking-row.ts';
import { type MissingState, type Reason, explainMissing } from './explain-missing.ts';
import { filterBookings } from '../filters/filter-bookings.ts';
import { rowsOfHistory, searches } from '../history/history-fixture.ts';

const JANE = CustomerId.parse('cust_1');

const days = fc
  .integer({ min: -40, max: 40 })
  .map((away) => new Date(Date.UTC(2026, 10, 25 + away)).toISOString().slice(0, 10));

const states: fc.Arbitrary<MissingState> = fc
  .record({
    search: searches,
    rows: rowsOfHistory,
    ends: fc.tuple(days, days),
    isOpen: fc.boolean(),
    words: fc.constantFrom('', 'yoga', 'YOGA  monday', 'barre', 'judo'),
    isComplete: fc.boolean(),
    unreadable: fc.integer({ min: 0, max: 2 }),
    isArchived: fc.option(fc.boolean(), { nil: undefined }),
    twins: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  })
  .map(({ ends, isOpen, words, ...state }) => {
    const [from, to] = ends.toSorted();
    return { ...state, customerId: JANE, wanted: { range: isOpen ? {} : { from, to }, words } };
  });

/** Read as plainly as it can be. */
function isLookedFor({ booking }: BookingRow, { wanted }: MissingState): boolean {
  const day = booking.event.date.datetime.slice(0, 10);
  const words = wanted.words.toLowerCase().split(' ').filter(Boolean);
  return (
    words.every((word) => booking.event.name.toLowerCase().includes(word)) &&
    day >= (wanted.range.from ?? '0') &&
    day <= (wanted.range.to ?? '9')
  );
}

function kinds(reasons: readonly Reason[]): string[] {
  return reasons.map(({ kind }) => kind);
}

function idsOf(reasons: readonly Reason[], kind: Reason['kind']): string[] {
  return reasons
    .flatMap((reason) => (reason.kind === kind && 'row' in reason ? [reason.row.booking.id] : []))
    .toSorted();
}

function ids(rows: readonly BookingRow[]): string[] {
  return rows.map(({ booking }) => booking.id).toSorted();
}

test('says of each booking that was meant whether it is shown or what hides it', () => {
  fc.assert(
    fc.property(states, (state) => {
      const reasons = explainMissing(state);
      const shown = new Set(filterBookings(state.rows, state.search));
      const meant = state.rows.filter((row) => isLookedFor(row, state));
      expect(idsOf(reasons, 'shown')).toEqual(ids(meant.filter((row) => shown.has(row))));
      expect(idsOf(reasons, 'hidden')).toEqual(ids(meant.filter((row) => !shown.has(row))));
    }),
    { numRuns: 200 },
  );
});

test('each way to show a booking shows it, and gives up no more than what hides it', () => {
  fc.assert(
    fc.property(states, (state) => {
      const explained = explainMissing(state).flatMap((reason) => ('reveal' in reason ? [reason] : []));
      for (const { row, reveal, kind } of explained) {
        const change = kind === 'hidden' || kind === 'shown' ? { ...state.search, ...reveal } : reveal;
        const revealed = filterBookings(state.rows, change);
        expect(ids(revealed)).toContain(row.booking.id);
        // Not on some page of all: among those of its own day.
        const dayOf = ({ purchaseDay, classDay }: BookingRow) => (change.by === 'purchase' ? purchaseDay : classDay);
        const ownDay = kind === 'other-date' ? [] : revealed.map(dayOf);
        expect(ownDay.filter((day) => day !== dayOf(row))).toEqual([]);
      }
      const hidden = explained.flatMap((reason) =>
        reason.kind === 'hidden' ? reason.facets.map((facet) => ({ reason, facet })) : [],
      );
      for (const { reason, facet } of hidden) {
        const { [facet === 'dates' ? 'from' : facet]: _, ...rest } = reason.reveal;
        const kept =
          facet === 'dates'
            ? { ...rest, from: state.search.from, to: state.search.to }
            : { ...rest, [facet]: state.search[facet] };
        expect(filterBookings([reason.row], { ...state.search, ...kept })).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test('never says that there is none while something is unread, nor while there is one', () => {
  fc.assert(
    fc.property(states, (state) => {
      const said = kinds(explainMissing(state));
      const isThere = state.rows.some((row) => isLookedFor(row, state));
      expect(said.includes('not-told')).toBe(!isThere && state.isComplete);
      expect(said.includes('unread')).toBe(!state.isComplete);
      expect(said.includes('unreadable')).toBe(state.unreadable > 0);
      expect(said.includes('archived')).toBe(state.isArchived === true);
      expect(said.includes('twins')).toBe((state.twins ?? 0) > 0);
      expect(said.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

test('the other kind of date is thought of when the class is on no such day', () => {
  fc.assert(
    fc.property(states, (state) => {
      const reasons = explainMissing(state);
      const { from, to } = state.wanted.range;
      const isThere = state.rows.some((row) => isLookedFor(row, state));
      const open = { ...state, wanted: { ...state.wanted, range: {} } };
      const bought = state.rows.filter(
        (row) => isLookedFor(row, open) && row.purchaseDay >= (from ?? '9') && row.purchaseDay <= (to ?? '0'),
      );
      expect(idsOf(reasons, 'other-date')).toEqual(isThere ? [] : ids(bought));
    }),
    { numRuns: 200 },
  );
});

test('of a class that was named, the nearest on another day is told when none is on the days that were meant', () => {
  fc.assert(
    fc.property(states, (state) => {
      const { from = '', to = '' } = state.wanted.range;
      const named = state.rows.filter((row) => isLookedFor(row, { ...state, wanted: { ...state.wanted, range: {} } }));
      const isOn = (day: string) => day >= from && day <= to;
      const isNeeded =
        from !== '' &&
        state.wanted.words.trim() !== '' &&
        named.length > 0 &&
        !named.some(({ classDay, purchaseDay }) => isOn(classDay) || isOn(purchaseDay));
      const told = explainMissing(state).flatMap((reason) => (reason.kind === 'other-day' ? [reason.row] : []));
      expect(told).toHaveLength(isNeeded ? 1 : 0);
      const away = ({ classDay }: BookingRow) =>
        Math.min(Math.abs(Date.parse(classDay) - Date.parse(from)), Math.abs(Date.parse(classDay) - Date.parse(to)));
      for (const row of told) expect(away(row)).toBe(Math.min(...named.map(away)));
    }),
    { numRuns: 200 },
  );
});
