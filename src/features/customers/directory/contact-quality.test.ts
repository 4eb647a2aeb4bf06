import { expect, test } from 'vitest';
import { hasMobile, looksWrongEmail, looksWrongMobile } from './contact-quality.ts';

test.each([
  '07700 900123',
  '+44 7700 900123',
  '+44 (0)7700 900123',
  '447700900123',
  '7700900123',
  '00447700900123',
  '+353 87 123 4567',
  '+45 20 12 34 56',
  '01204 12345',
  '•••123',
  '',
  '  ',
])('nothing is wrong with the mobile %j', (mobile) => {
  expect(looksWrongMobile(mobile)).toBe(false);
});

test.each([
  '07700 90012',
  '07700 9001234',
  '+44 7700 90012',
  'ask her mother',
  '07700 900123 (Mum)',
  '07700 900123 / 07700 900456',
  '+447700900123+447700900456',
  '00000000000',
  '0123456789',
  '-',
  '()',
  '12345',
])('the mobile %j looks wrong', (mobile) => {
  expect(looksWrongMobile(mobile)).toBe(true);
});

test('what another country writes without its code is left alone', () => {
  expect(looksWrongMobile('20 12 34 56', 'DK')).toBe(false);
  expect(looksWrongMobile('20 12 34 56', 'GB')).toBe(true);
  expect(looksWrongMobile('20 12 34', 'DK')).toBe(true);
});

test('a field without a digit holds no mobile', () => {
  expect(['', ' ', '-', '+', 'none'].map(hasMobile)).toEqual([false, false, false, false, false]);
  expect(['07700', '•••123'].map(hasMobile)).toEqual([true, true]);
});

test.each([
  'jane@example.com',
  'j.o’brien+yoga@mail.example.co.uk',
  'j••••@example.com',
  '"a@b"@example.com',
  'jürgen@müller.example',
  'a@xn--mller-kva.xn--p1ai',
  '',
])('nothing is wrong with the address %j', (email) => {
  expect(looksWrongEmail(email)).toBe(false);
});

test.each([
  'jane',
  'jane@',
  '@example.com',
  'ronald@@example.com',
  'jane@example',
  'jane@example.c',
  'jane@exam ple.com',
  'jane.@example.com',
  'jane@example..com',
  'jane@-example.com',
  'a@x.com, b@x.com',
  'jane@example.com,',
  'jane@example.1',
])('the address %j looks wrong', (email) => {
  expect(looksWrongEmail(email)).toBe(true);
});
