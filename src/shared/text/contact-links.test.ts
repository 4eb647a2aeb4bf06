import { expect, test } from 'vitest';
import { describeMobile, mailLink, reservieLink, telephoneLink } from './contact-links.ts';
import { readableAddress } from './readable-address.ts';

test.each([
  ['07700 900-123', 'tel:07700900123'],
  ['+44 (0)7700 900123', 'tel:+447700900123'],
  ['+44 07700 900123', 'tel:+447700900123'],
  ['+4407700900123', 'tel:+447700900123'],
  ['0044 7700 900123', 'tel:+447700900123'],
  ['+353 087 123 4567', 'tel:+353871234567'],
  ['+39 06 6982 1234', 'tel:+390669821234'],
  ['0151/23456789', 'tel:015123456789'],
  ['\u202D07700 900123\u202C', 'tel:07700900123'],
  ['tel:+447700900123', 'tel:+447700900123'],
])('%s dials %s', (text, link) => {
  expect(telephoneLink(text)).toBe(link);
});

test.each([
  '07700900123 / 07700900456',
  '07700 900123, 07700 900456',
  '07700900123 07700900456',
  '+447700900123+447700900456',
  '07700 900123 or 900456',
  '07700 900123 (mum)',
  '020 7946 0123/4',
  'ask her mother',
  '12345',
  '+',
  '',
])('%s is no link', (text) => {
  expect(telephoneLink(text)).toBeUndefined();
});

test.each([
  ['jane@example.com', 'mailto:jane@example.com'],
  ['jane+yoga@example.com', 'mailto:jane%2Byoga@example.com'],
  ['r&d@example.com', 'mailto:r%26d@example.com'],
  ['Jane <jane@example.com>', 'mailto:jane@example.com'],
  ['\u200Bjane@example.com', 'mailto:jane@example.com'],
  ['jürgen@münchen.de', 'mailto:j%C3%BCrgen@münchen.de'],
])('%s is written to by %s', (text, link) => {
  expect(mailLink(text)).toBe(link);
});

test.each([
  'jane@example.com?bcc=other@example.com',
  'jane?bcc=other@example.com',
  'jane%3Fbcc@example.com',
  'jane@example.com,other@example.com',
  'jane@example.com other@example.com',
  'ronald@@example.com',
  'jane@localhost',
  'no address',
  '',
])('%s is no address to write to', (text) => {
  expect(mailLink(text)).toBeUndefined();
});

test.each([
  ['info@xn--mnchen-3ya.de', 'info@münchen.de'],
  ['info@XN--MNCHEN-3YA.de', 'info@münchen.de'],
  ['a@xn--fiqs8s.xn--fiqz9s', 'a@中国.中國'],
  ['a@xn--80ak6aa92e.com', 'a@аррӏе.com'],
  ['a@xn--!.com', 'a@xn--!.com'],
  ['a@xn--99999999.com', 'a@xn--99999999.com'],
  ['a@xn--.com', 'a@xn--.com'],
  ['xn--mnchen-3ya.de', 'münchen.de'],
  ['jane@example.com', 'jane@example.com'],
])('%s reads %s', (address, readable) => {
  expect(readableAddress(address)).toBe(readable);
});

test('fills in ids, so that none can lead elsewhere', () => {
  const template = 'https://studio.example/{customerId}/sales/{transactionId}';
  expect(reservieLink(template, { customerId: 'cust_1', transactionId: 'a/../b?' })).toBe(
    'https://studio.example/cust_1/sales/a%2F..%2Fb%3F',
  );
  expect(reservieLink(undefined, { customerId: 'cust_1' })).toBeUndefined();
});

test.each([
  ['07700900123', '07700 900123'],
  ['+447700900123', '+44 7700 900123'],
  ['+44 (0)7700 900 123', '+44 7700 900123'],
  ['02079460123', '020 7946 0123'],
])('groups the British number %s', (stored, shown) => {
  expect(describeMobile(stored)).toBe(shown);
});

test.each(['+33 6 12 34 56 78', '0770090012', '07700 900123 (mum)', '12345'])('leaves %s as it was typed', (stored) => {
  expect(describeMobile(stored)).toBe(stored);
});
