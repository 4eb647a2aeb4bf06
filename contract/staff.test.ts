import { expect, test } from 'vitest';
import { SecondFactor, normaliseCode, staffApi } from './staff.ts';

test.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  [' 123-456\n', '123456'],
  ['123\u00A0456', '123456'],
  ['\u200B12\u202C3456', '123456'],
  ['１２３　４５６', '123456'],
  ['ab3de-fg7hi', 'ab3de-fg7hi'],
  ['AB3DE-FG7HI', 'ab3de-fg7hi'],
  ['Ab3dEFg7hI', 'ab3de-fg7hi'],
  ['ab3de fg7hi', 'ab3de-fg7hi'],
  ['ab3de\u2011fg7hi', 'ab3de-fg7hi'],
  ['1234567890', '12345-67890'],
])('reads %j as %s', (typed, code) => {
  expect(normaliseCode(typed)).toBe(code);
  expect(normaliseCode(code)).toBe(code);
  expect(SecondFactor.parse({ code: typed })).toEqual({ code });
});

test.each(['', '12345', '1234567', 'ab3de-fg7h', 'ab3de-fg7hij', 'абвгд-еёжзи', '12345６７'])('refuses %j', (typed) => {
  const { success, error } = SecondFactor.safeParse({ code: typed });
  expect(success).toBe(false);
  expect(error?.issues[0]?.message).toBe('Enter the six digits, or a backup code like ab3de-fg7hi');
});

test('only digits turn an app on', () => {
  const { body } = staffApi.confirmTwoFactor;
  expect(body.parse({ code: '123 456' })).toEqual({ code: '123456' });
  expect(body.safeParse({ code: 'ab3de-fg7hi' }).error?.issues[0]?.message).toBe('Enter the six digits');
});
