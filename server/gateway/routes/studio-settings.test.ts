import { afterAll, beforeAll, expect, test } from 'vitest';
import { history } from '#contract/history.ts';
import { DEFAULT_STUDIO_SETTINGS } from '#contract/studio-settings.ts';
import { type Browser, type TestGateway, startTestGateway } from '../testing/test-gateway.ts';

const URL = '/api/studio/settings';
const TERM = { name: 'Autumn term', from: '2026-09-07', to: '2026-12-18' };

let gateway: TestGateway;
let manager: Browser;
beforeAll(async () => {
  gateway = await startTestGateway();
  manager = await gateway.signIn('manager');
});
afterAll(() => gateway.close());

function put(revision: number, change: object) {
  return manager.ask({
    method: 'PUT',
    url: URL,
    payload: { revision, settings: { ...DEFAULT_STUDIO_SETTINGS, ...change } },
  });
}

test('are the defaults at first, what a manager saved afterwards, and the same for every role', async () => {
  const viewer = await gateway.signIn('viewer');
  expect((await viewer.ask({ url: URL })).json()).toEqual({ revision: 0, settings: DEFAULT_STUDIO_SETTINGS });
  const saved = await put(0, { soonDays: 10, namedRanges: [TERM] });
  const expected = { revision: 1, settings: { ...DEFAULT_STUDIO_SETTINGS, soonDays: 10, namedRanges: [TERM] } };
  expect(saved.json()).toEqual(expected);
  expect((await viewer.ask({ url: URL })).json()).toEqual(expected);
});

test('of two managers who edited the same revision the second is told of the conflict', async () => {
  for (const revision of [0, 7]) {
    const late = await put(revision, { lowCredits: 3 });
    expect([late.statusCode, late.json()]).toMatchObject([409, { code: 'conflict' }]);
  }
  expect((await put(1, { lowCredits: 3 })).json()).toMatchObject({ revision: 2, settings: { lowCredits: 3 } });
});

test('are recorded with what they said before and after', async () => {
  const { data } = history.listHistory.answer.parse(
    (await manager.ask({ url: '/api/history?changesOnly=true' })).json(),
  );
  const entry = data.find(({ action, result }) => action === 'changeStudioSettings' && result === 'done');
  expect(entry?.changes).toEqual([
    { field: 'soonDays', before: '10', after: '7' },
    { field: 'lowCredits', before: '1', after: '3' },
    { field: 'namedRanges', before: JSON.stringify([TERM]), after: '[]' },
  ]);
});

test.each([
  ['no number', { soonDays: '7' }],
  ['a fraction', { soonDays: 1.5 }],
  ['nothing to be soon in', { soonDays: 0 }],
  ['more than is soon', { soonDays: 61 }],
  ['no credits', { lowCredits: 0 }],
  ['no classes', { newClasses: 0 }],
  ['a range that ends before it begins', { namedRanges: [{ ...TERM, to: '2026-09-06' }] }],
  ['a day that is none', { namedRanges: [{ ...TERM, from: '2026-02-30' }] }],
  ['a range without a name', { namedRanges: [{ ...TERM, name: '  ' }] }],
  ['a name of two lines', { namedRanges: [{ ...TERM, name: 'Autumn\nterm' }] }],
  ['two ranges of one name', { namedRanges: [TERM, { ...TERM, name: 'autumn TERM' }] }],
  [
    'more ranges than can be shown',
    { namedRanges: Array.from({ length: 31 }, (_, index) => ({ ...TERM, name: `${index}` })) },
  ],
])('refuses %s', async (_, change) => {
  const refused = await put(2, change);
  expect([refused.statusCode, refused.json()]).toMatchObject([400, { code: 'invalid_request' }]);
});

test('are a manager’s to change', async () => {
  const desk = await gateway.signIn('desk');
  const refused = await desk.ask({
    method: 'PUT',
    url: URL,
    payload: { revision: 2, settings: DEFAULT_STUDIO_SETTINGS },
  });
  expect(refused.statusCode).toBe(403);
});
