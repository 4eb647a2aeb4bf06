import { expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { problemOfTokenAnswer } from './errors.ts';
import { TokenSource } from './token.ts';

const MINUTE = 60_000;

function build(issue?: () => Promise<{ value: string; lifetimeMs: number }>) {
  let now = 0;
  let issued = 0;
  const next = () => Promise.resolve({ value: `token-${(issued += 1)}`, lifetimeMs: 60 * MINUTE });
  const tokens = new TokenSource(issue ?? next, () => now);
  return { tokens, issued: () => issued, at: (minutes: number) => (now = minutes * MINUTE) };
}

test('one token serves all calls for most of its hour', async () => {
  const { tokens, issued, at } = build();
  expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(['token-1', 'token-1', 'token-1']);
  at(54);
  expect(await tokens.get()).toBe('token-1');
  expect(issued()).toBe(1);
});

test('it is renewed while it still works, and no call waits for that', async () => {
  const { tokens, issued, at } = build();
  await tokens.get();
  at(56);
  expect(await Promise.all([tokens.get(), tokens.get()])).toEqual(['token-1', 'token-1']);
  await Promise.resolve();
  expect(await tokens.get()).toBe('token-2');
  expect(issued()).toBe(2);
});

test('it is not used in its last half minute', async () => {
  const { tokens, at } = build();
  await tokens.get();
  at(59.6);
  expect(await Promise.all([tokens.get(), tokens.get()])).toEqual(['token-2', 'token-2']);
});

test('a failed early renewal leaves the old token in use', async () => {
  let isDown = false;
  const { tokens, at } = build(() =>
    isDown
      ? Promise.reject(new Problem('reservie_unavailable', 'down'))
      : Promise.resolve({ value: 'token', lifetimeMs: 60 * MINUTE }),
  );
  await tokens.get();
  isDown = true;
  at(56);
  expect(await tokens.get()).toBe('token');
  expect(await tokens.get()).toBe('token');
  at(60);
  await expect(tokens.get()).rejects.toThrow('down');
  isDown = false;
  expect(await tokens.get()).toBe('token');
});

test('a refused early renewal leaves the old token in use too, and is tried again after a while', async () => {
  let asked = 0;
  const { tokens, at } = build(() => {
    asked += 1;
    return asked === 1
      ? Promise.resolve({ value: 'token', lifetimeMs: 60 * MINUTE })
      : Promise.reject(problemOfTokenAnswer({ status: 403, body: '' }, 0));
  });
  await tokens.get();
  at(56);
  const served = [await tokens.get(), await tokens.get(), await tokens.get()];
  expect([served, asked]).toEqual([['token', 'token', 'token'], 2]);
  at(57);
  expect([await tokens.get(), await tokens.get(), asked]).toEqual(['token', 'token', 3]);
  at(60);
  await expect(tokens.get()).rejects.toMatchObject({ code: 'reservie_refused' });
});

test('when a data call is refused, the token goes too', async () => {
  const { tokens, issued, at } = build();
  await tokens.get();
  tokens.refuse(new Problem('reservie_refused', 'refused'));
  await expect(tokens.get()).rejects.toThrow('refused');
  expect(issued()).toBe(1);
  at(1);
  expect(await tokens.get()).toBe('token-2');
});

test('a dead token is replaced once, however many noticed', async () => {
  const { tokens, issued } = build();
  const dead = await tokens.get();
  tokens.invalidate(dead);
  const fresh = await tokens.get();
  tokens.invalidate(dead);
  expect([fresh, await tokens.get(), issued()]).toEqual(['token-2', 'token-2', 2]);
});

test('refused credentials are tried again after a while, not with every call', async () => {
  let asked = 0;
  const { tokens, at } = build(() => {
    asked += 1;
    return Promise.reject(new Problem('reservie_refused', 'refused'));
  });
  await expect(tokens.get()).rejects.toThrow('refused');
  await expect(tokens.get()).rejects.toThrow('refused');
  expect(asked).toBe(1);
  at(1);
  await expect(tokens.get()).rejects.toThrow('refused');
  expect(asked).toBe(2);
});
