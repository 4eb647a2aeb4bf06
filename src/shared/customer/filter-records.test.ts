import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RecordRules, countViews, filterRecords, isFiltered, kindsOf, pageGroups } from './filter-records.ts';

interface Row {
  id: number;
  text: string;
  kind: string;
  isOld: boolean;
}

const rules: RecordRules<Row> = {
  views: [
    { name: 'old', label: 'Old', includes: ({ isOld }) => isOld },
    { name: 'odd', label: 'Odd', includes: ({ id }) => id % 2 === 1 },
  ],
  textOf: ({ text }) => text,
  kindOf: ({ kind }) => ({ id: kind, name: `Kind ${kind}` }),
};

const words = fc.constantFrom('yoga', 'Zoë', 'GP letter', 'latex allergy', '');
const row = fc.record({
  id: fc.nat(50),
  text: fc.array(words, { maxLength: 3 }).map((parts) => parts.join(' ')),
  kind: fc.constantFrom('a', 'b'),
  isOld: fc.boolean(),
});
const search = fc.record({
  show: fc.constantFrom(undefined, 'old', 'odd', 'unknown'),
  q: fc.constantFrom(undefined, 'zoe', 'YOGA', 'letter gp', 'no such word'),
  kind: fc.constantFrom(undefined, 'a', 'c'),
});

/** Plain words for the filter, written another way. */
function fits({ show, q, kind }: { show?: string | undefined; q?: string | undefined; kind?: string | undefined }) {
  return ({ id, text, kind: own, isOld }: Row) => {
    const plain = text.toLowerCase().replaceAll('ë', 'e');
    const hasWords = (q ?? '')
      .toLowerCase()
      .split(' ')
      .every((word) => plain.includes(word));
    const isInView = (show !== 'old' || isOld) && (show !== 'odd' || id % 2 === 1);
    return isInView && hasWords && (kind === undefined || own === kind);
  };
}

test('rows, counts and pages agree with a plain reference', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), search, fc.integer({ min: 1, max: 9 }), (rows, asked, page) => {
      const found = filterRecords(rows, asked, rules);
      expect(found).toEqual(rows.filter(fits(asked)));
      const counts = countViews(rows, asked, rules);
      for (const show of ['old', 'odd']) expect(counts.get(show)).toBe(rows.filter(fits({ ...asked, show })).length);
      const groups = [
        { title: 'Old', rows: found.filter(({ isOld }) => isOld), isPast: true },
        { title: 'New', rows: found.filter(({ isOld }) => !isOld) },
      ];
      const inOrder = groups.flatMap((group) => group.rows);
      const view = pageGroups(groups, page, 7);
      const start = (view.page - 1) * 7;
      expect(view.groups.flatMap((group) => group.rows)).toEqual(inOrder.slice(start, start + 7));
      expect(view.total).toBe(found.length);
      expect(view.page).toBe(Math.min(page, Math.max(1, Math.ceil(found.length / 7))));
      expect(view.groups.every((group) => group.rows.length > 0 && group.rows.length <= group.total)).toBe(true);
    }),
  );
});

test('says whether anything narrows the tab, and what kinds there are', () => {
  expect(isFiltered({ show: 'unknown' }, rules)).toBe(false);
  expect(isFiltered({ show: 'old' }, rules)).toBe(true);
  expect(isFiltered({ q: 'yoga', kind: 'a' }, { views: rules.views })).toBe(false);
  const rows = [{ id: 1, text: '', kind: 'b', isOld: true }];
  expect([...kindsOf([...rows, { id: 2, text: '', kind: 'a', isOld: true }, ...rows], rules)]).toEqual([
    ['a', 'Kind a'],
    ['b', 'Kind b'],
  ]);
});
