import { expect, test } from 'vitest';
import { admitsHtml } from './admits-html.ts';

test.each([
  [undefined, true],
  ['', true],
  ['*/*', true],
  ['text/html', true],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
  ['TEXT/HTML; Charset=utf-8', true],
  ['text/*;q=0.3', true],
  ['application/json, */*;q=0.1', true],
  ['application/json', false],
  ['application/json, text/plain', false],
  ['image/avif,image/webp', false],
  ['text/html;q=0', false],
  ['text/html;q=0, */*', false],
  ['text/*;q=0.0,*/*;q=1', false],
  ['*/*;q=0', false],
  ['text/html;q=often', true],
  [',;,', false],
])('Accept: %s', (accept, isAdmitted) => {
  expect(admitsHtml(accept)).toBe(isAdmitted);
});
