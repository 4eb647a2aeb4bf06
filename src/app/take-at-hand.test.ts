import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { customerQueries } from '#features/customers/queries.ts';
import { sessionQuery } from '#shared/api/session.ts';
import { studioQuery } from '#shared/api/studio.ts';
import { takeAtHand } from './take-at-hand.ts';

const session = { staff: null, isSetUp: true, ways: { password: true, openId: null, demoRoles: [] } };
const studio = {
  mode: 'live',
  timeZone: 'Europe/London',
  locale: 'en-GB',
  now: '2026-11-25T12:00:00Z',
  links: {},
  reservie: { state: 'ok', since: '2026-11-25T12:00:00Z', missingScopes: [] },
};

function take(text: string | undefined): QueryClient {
  const queryClient = new QueryClient();
  const element = text === undefined ? null : ({ textContent: text } as HTMLElement);
  takeAtHand(queryClient, { getElementById: () => element });
  return queryClient;
}

test('what came with the page is known at once', () => {
  const queryClient = take(JSON.stringify({ session, studio, view: 'v' }));
  expect(queryClient.getQueryData(sessionQuery.queryKey)).toEqual(session);
  expect(queryClient.getQueryData(studioQuery.queryKey)).toMatchObject({ timeZone: 'Europe/London' });
});

test('the top of the list is taken where it came along', () => {
  const first = { data: [], counts: { active: 0, archived: 0 }, unreadable: [], asOf: '2026-11-25T12:00:00Z' };
  const keyOfFirst = customerQueries.first.queryKey;
  expect(take(JSON.stringify({ session, studio, view: 'v', first })).getQueryData(keyOfFirst)).toEqual(first);
  expect(take(JSON.stringify({ session, studio, view: 'v' })).getQueryData(keyOfFirst)).toBeUndefined();
});

test.each([undefined, '', '{', '{}', JSON.stringify({ session })])('%j is not taken, and asked for', (text) => {
  const queryClient = take(text);
  expect(queryClient.getQueryData(sessionQuery.queryKey)).toBeUndefined();
  expect(queryClient.getQueryData(studioQuery.queryKey)).toBeUndefined();
});
