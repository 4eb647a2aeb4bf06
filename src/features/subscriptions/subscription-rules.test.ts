import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlanId } from '#contract/id.ts';
import { SUBSCRIPTION_VIEWS, describeRenewals, groupSubscriptions } from './subscription-rules.ts';

function subscription(state: string, base100_price = 5600, currency = 'GBP') {
  const plan = { id: PlanId.parse('plan_1'), type: 'subscription_plan' as const, name: 'Eight a month' };
  return { state, created: '2026-03-25T09:00:00Z', plan: { ...plan, base100_price, currency } };
}

test('each subscription is in one view and in one group, whatever its state', () => {
  const states = fc.constantFrom('ACTIVE', 'SUSPENDED', 'PAUSED', 'CANCELLED', 'ENDED', 'TRIALLING', '');
  fc.assert(
    fc.property(fc.array(states, { maxLength: 10 }), (all) => {
      const rows = all.map((state) => subscription(state));
      for (const row of rows) expect(SUBSCRIPTION_VIEWS.filter(({ includes }) => includes(row))).toHaveLength(1);
      const grouped = groupSubscriptions(rows).flatMap((group) => group.rows);
      expect(new Set(grouped)).toEqual(new Set(rows));
      expect(grouped).toHaveLength(rows.length);
    }),
  );
});

test('sums what renews itself, per currency', () => {
  const rows = [
    subscription('ACTIVE'),
    subscription('SUSPENDED', 1_000),
    subscription('ACTIVE', 700, 'EUR'),
    subscription('PAUSED'),
    subscription('ENDED'),
  ];
  expect(describeRenewals(rows)).toBe('€7.00 and £66.00 at each renewal');
  expect(describeRenewals([subscription('PAUSED')])).toBe('');
});
