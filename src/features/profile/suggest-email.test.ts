import { expect, test } from 'vitest';
import { suggestEmail } from './suggest-email.ts';

test.each([
  ['ronald@@example.com', 'ronald@example.com'],
  ['ronald@example,com', 'ronald@example.com'],
  ['ronald@example..com', 'ronald@example.com'],
  ['ronald @ example.com', 'ronald@example.com'],
  ['ronald.@example.com', 'ronald@example.com'],
  ['ronald@.example.com.', 'ronald@example.com'],
  ['ronald at example dot com', 'ronald@example.com'],
  ['Ronald <ronald@example.com>', 'ronald@example.com'],
  ['\u200Bronald@example.com', 'ronald@example.com'],
])('%s was probably meant as %s', (text, meant) => {
  expect(suggestEmail(text)).toBe(meant);
});

test.each(['ronald@example.com', ' ronald@example.com ', '', 'ronald', '@', 'ronald@', 'ronald@example', 'a@b@c.com'])(
  'makes nothing of %j',
  (text) => {
    expect(suggestEmail(text)).toBeUndefined();
  },
);
