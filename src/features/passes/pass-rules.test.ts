import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackageId, PassId } from '#contract/id.ts';
import type { PassPurchase } from '#contract/pass.ts';
import { describePassState, describePassTotals, groupPasses, passViews } from './pass-rules.ts';

const NOW = '2026-03-10T14:30:00';

function pass(facts: Partial<PassPurchase> = {}): PassPurchase {
  return {
    id: PackageId.parse('pkg_1'),
    type: 'pass_purchase',
    pass: { id: PassId.parse('pass_1'), type: 'pass', name: '10 Classes' },
    credits_total: 10,
    credits_remaining: 3,
    purchased_at: '2026-01-01T09:00:00',
    expires_at: '2026-04-01T09:00:00',
    payment: { method: 'CARD', currency: 'GBP', base100_price: 10_000 },
    ...facts,
  };
}

const anyPass = fc
  .record({
    credits_remaining: fc.constantFrom(0, 1, 3),
    expires_at: fc.constantFrom(null, '2026-03-10T14:30:00', '2026-03-10T14:30:01'),
    starts_at: fc.constantFrom(undefined, '2026-03-11T00:00:00'),
    is_cancelled: fc.constantFrom(undefined, false, true),
  })
  .map((facts) => pass(facts));

test('each pass is in one view, and in the group that its view says', () => {
  fc.assert(
    fc.property(fc.array(anyPass, { maxLength: 10 }), (rows) => {
      const views = passViews(NOW);
      for (const row of rows) expect(views.filter(({ includes }) => includes(row))).toHaveLength(1);
      const [current, over] = groupPasses(rows, NOW);
      expect(new Set(current?.rows)).toEqual(new Set(rows.filter((row) => views[0]?.includes(row))));
      expect((current?.rows.length ?? 0) + (over?.rows.length ?? 0)).toBe(rows.length);
    }),
  );
});

test.each([
  [[], ''],
  [[pass()], '3 credits left · £100.00 paid'],
  [[pass(), pass({ credits_remaining: 0 })], '3 credits left · £200.00 paid'],
  [[pass({ is_cancelled: true })], ''],
  [[pass({ credits_total: 999, credits_remaining: 990, payment: { method: 'SUBSCRIPTION' } })], 'unlimited credits'],
  [[pass({ payment: undefined }), pass({ credits_total: 999 })], '3 credits left and unlimited · £100.00 paid'],
])('totals what can be used now, and what was paid', (rows, words) => {
  expect(describePassTotals(rows, NOW)).toBe(words);
});

test.each([
  [{}, 'Live'],
  [{ credits_remaining: 1 }, 'Last credit'],
  [{ credits_remaining: 0 }, 'Used up'],
  [{ expires_at: NOW }, 'Expired'],
  [{ is_cancelled: true }, 'Cancelled'],
  [{ starts_at: '2026-03-11T00:00:00' }, 'Not started yet'],
])('a pass with %j: %s', (facts, words) => {
  expect(describePassState(pass(facts), NOW).words).toBe(words);
});
