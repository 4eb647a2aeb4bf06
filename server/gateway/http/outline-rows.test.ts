import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import type { Customer } from '#contract/customer.ts';
import { CustomerId } from '#contract/id.ts';
import { drawFirstRows } from './outline-rows.ts';

const JANE: Customer = {
  id: CustomerId.parse('cust_123'),
  type: 'customer',
  firstname: 'Jane',
  lastname: 'Smith',
  email: 'jane@example.com',
  mobile: '07700900123',
  archived: false,
};

function draw(data: Customer[], counts = { active: data.length, archived: 0 }, locale = 'en-GB') {
  return drawFirstRows({ data, counts, unreadable: [], asOf: '2026-11-25T12:00:00Z' }, locale);
}

test('a row has the name as a link, the address, which may break before its @, and the number', () => {
  const { table } = draw([JANE]) ?? { table: '' };
  expect(table).toContain('<a href="/customers/cust_123"><bdi>Jane Smith</bdi></a>');
  expect(table).toContain('<td>jane<wbr>@example.com</td><td>07700900123</td>');
  expect(table).toMatch(/<span class="desk-avatar" data-hue="\d" aria-hidden="true">JS<\/span>/);
});

test('nothing in it can be ticked', () => {
  const { table = '' } = draw([JANE, JANE]) ?? {};
  expect(table.match(/<input/g)).toHaveLength(3);
  expect(table.match(/class="outline-check" inert aria-hidden="true"><input/g)).toHaveLength(3);
});

test.each([
  [{ active: 912, archived: 74 }, 'en-GB', '912 of 986 customers'],
  [{ active: 98_765, archived: 0 }, 'en-GB', '98,765 customers'],
  [{ active: 98_765, archived: 0 }, 'de-DE', '98.765 customers'],
  [{ active: 1, archived: 0 }, 'en-GB', '1 customer'],
])('%j is counted in %s as %s', (counts, locale, words) => {
  expect(draw([JANE], counts, locale)?.count).toBe(words);
});

test('a studio without customers has no table', () => {
  expect(draw([])).toBeUndefined();
});

test('no more rows than a screen shows', () => {
  const { table = '' } = draw(Array.from({ length: 40 }, () => JANE)) ?? {};
  expect(table.match(/<a /g)).toHaveLength(24);
});

/** The markup without the text in it. */
function tagsOf(markup = ''): string {
  return markup.replaceAll(/>[^<>]*</g, '><').replaceAll('<wbr>', '');
}

test('whatever customers are called, it stays text', () => {
  const text = string({ unit: constantFrom('<', '>', '"', "'", '&', '/', 'a', '=', '@', ' ', '\0', '!', '-') });
  const plain = tagsOf(draw([JANE])?.table);
  assert(
    property(text, text, text, (lastname, email, mobile) => {
      expect(tagsOf(draw([{ ...JANE, lastname, email, mobile }])?.table)).toBe(plain);
    }),
  );
});
