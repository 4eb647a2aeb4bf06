import { beforeEach, expect, test, vi } from 'vitest';
import type * as sessionView from './session-view.ts';

let view: typeof sessionView;

// Each test is a page that has just been loaded.
beforeEach(async () => {
  vi.resetModules();
  view = await import('./session-view.ts');
});

test.each([
  ['nothing', [], false],
  ['answers that say nothing', [null, undefined], false],
  ['answers of one account', ['dee', null, 'dee'], false],
  ['an answer of another account', ['dee', 'vic'], true],
  ['an answer of another account after one that says nothing', [null, 'dee', undefined, 'vic'], true],
  ['both accounts in turns, as answers that overtake each other do', ['vic', 'dee', 'vic'], true],
] as const)('after %s, whether the page is lost', (_, views, isLost) => {
  const listener = vi.fn<() => void>();
  view.onSessionLost(listener);
  for (const one of views) view.noticeSessionView(one);
  expect([view.isSessionLost(), listener.mock.calls.length > 0]).toEqual([isLost, isLost]);
});

test('is read from the header of an answer', () => {
  expect(view.viewOfAnswer(new Headers({ 'x-session-view': 'dee' }))).toBe('dee');
  expect(view.viewOfAnswer(new Headers())).toBeNull();
});
