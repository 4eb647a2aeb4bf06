import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackageId } from '#contract/id.ts';
import { type CreditUse, describeRemainder, passStatements } from './statement-rules.ts';

/** `VITE_STATEMENT_RUNS=10000` plays as many histories as the full check asks for. */
const RUNS = Number(import.meta.env['VITE_STATEMENT_RUNS'] ?? 1000);

function moment(hour: number): string {
  return new Date(Date.UTC(2026, 0, 1, hour)).toISOString().slice(0, 19);
}

function use(id: number, at: number, credits = 1, isGivenBack = false): CreditUse {
  return { id: `booking_${id}`, at: moment(at), credits, isGivenBack, isCancelled: isGivenBack, words: 'Yoga' };
}

function pass(number: number, from: number, to: number | null, total = 10, remaining = 10) {
  return {
    id: PackageId.parse(`pkg_${number}`),
    purchased_at: moment(from),
    expires_at: to === null ? null : moment(to),
    credits_total: total,
    credits_remaining: remaining,
  };
}

test('a use is certain while one pass was there, and perhaps either’s while two were', () => {
  const passes = [pass(1, 0, 100, 10, 8), pass(2, 50, null, 5, 4)];
  const uses = [use(1, 10), use(2, 60), use(3, 120), use(4, 10, 1, true)];
  const statements = passStatements(passes, uses, false);
  const one = statements.get('pkg_1');
  expect(one?.lines.map((line) => [line.use.id, line.isCertain])).toEqual([
    ['booking_1', true],
    ['booking_4', true],
    ['booking_2', false],
  ]);
  expect(one).toMatchObject({ gone: 2, certain: 1, possible: 1, unexplained: 1 });
  expect(statements.get('pkg_2')).toMatchObject({ gone: 1, certain: 1, possible: 1, unexplained: 0 });
});

test('nothing is certain while passes are missing, and a use before every pass belongs to none', () => {
  const [statement] = [...passStatements([pass(1, 5, null, 10, 9)], [use(1, 10), use(2, 1)], true).values()];
  expect(statement).toMatchObject({ certain: 0, possible: 1, unexplained: 1 });
  expect(statement?.lines).toHaveLength(1);
});

test('the remainder is put into words', () => {
  const base = { total: 10, left: 5, gone: 5, lines: [], certain: 5, possible: 0, unexplained: 0 };
  expect(describeRemainder(base)).toBe('All 5 used credits are explained by these lines.');
  expect(describeRemainder({ ...base, certain: 3, unexplained: 2 })).toBe(
    '2 of 5 used credits are not explained for certain.',
  );
  expect(describeRemainder({ ...base, certain: 3, possible: 7, unexplained: 2 })).toContain('could explain up to 2');
  expect(describeRemainder({ ...base, certain: 6, unexplained: -1 })).toContain('1 more than Reservie counts');
});

/** A history whose truth is known: who paid for what, what was given back, and what staff changed by hand. */
const anyHistory = fc
  .record({
    passes: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 200 }),
        length: fc.option(fc.integer({ min: 1, max: 150 })),
        total: fc.integer({ min: 1, max: 20 }),
        byHand: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    uses: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 400 }),
        choice: fc.nat(),
        credits: fc.integer({ min: 1, max: 3 }),
        isGivenBack: fc.boolean(),
        isHidden: fc.boolean(),
      }),
      { maxLength: 25 },
    ),
  })
  .map(({ passes: facts, uses: wishes }) => {
    const left = facts.map(({ total, byHand }) => total - Math.min(byHand, total));
    const truth = new Map<string, string>();
    const seen: CreditUse[] = [];
    for (const [index, wish] of wishes.toSorted((one, other) => one.at - other.at).entries()) {
      const able = facts.flatMap(({ from, length }, number) => {
        const isThere = from <= wish.at && (length === null || wish.at <= from + length);
        return isThere && (left[number] ?? 0) >= wish.credits ? [number] : [];
      });
      const payer = able[wish.choice % Math.max(able.length, 1)];
      if (payer === undefined) continue;
      if (!wish.isGivenBack) left[payer] = (left[payer] ?? 0) - wish.credits;
      // Such as a video, of which the API does not tell the credits.
      if (wish.isHidden && wish.choice % 4 === 0) continue;
      const made = use(index, wish.at, wish.credits, wish.isGivenBack);
      truth.set(made.id, `pkg_${payer}`);
      seen.push(made);
    }
    const passes = facts.map(({ from, length, total }, number) =>
      pass(number, from, length === null ? null : from + length, total, left[number] ?? 0),
    );
    return { passes, uses: seen, truth };
  });

test('no wrong attribution is called certain, and the remainder is exact, whatever happened', () => {
  fc.assert(
    fc.property(anyHistory, ({ passes, uses, truth }) => {
      const statements = passStatements(passes, uses, false);
      const shown = new Set<string>();
      for (const [id, statement] of statements) {
        expect(statement.left + statement.gone).toBe(statement.total);
        expect(statement.certain + statement.unexplained).toBe(statement.gone);
        const net = statement.lines
          .filter(({ isCertain }) => isCertain)
          .map(({ use: one }) => (one.isGivenBack ? 0 : one.credits));
        expect(statement.certain).toBe(net.reduce((sum, credits) => sum + credits, 0));
        // Every certain line took from what is gone: nothing can be left over below zero.
        expect(statement.unexplained).toBeGreaterThanOrEqual(0);
        const wrong = statement.lines.filter((line) => line.isCertain && truth.get(line.use.id) !== id);
        expect(wrong).toEqual([]);
        // The pass that truly paid is always among those that are named.
        const named = new Set(statement.lines.map(({ use: one }) => one.id));
        const missing = [...truth].filter(([used, payer]) => payer === id && !named.has(used));
        expect(missing).toEqual([]);
        for (const one of named) shown.add(one);
      }
      expect(shown.size).toBe(uses.length);
    }),
    { numRuns: RUNS },
  );
}, 60_000);
