import { expect, test } from 'vitest';
import { type PageParts, fillPage } from './page-template.ts';

const PAGE =
  '<head><meta nonce="__CSP_NONCE__"></head><body><div id="root"></div><!--shell-->rail<!--list-->rows<!--/list-->' +
  '<!--customer-->name<!--/customer--><!--/shell--></body>';
const parts: PageParts = { nonce: 'n0', outline: 'list', scripts: [], styles: [], reads: [] };

test('names what to read in the head; scripts and styles are kept until the outline is painted', () => {
  const page = fillPage(PAGE, { ...parts, scripts: ['/a.js'], styles: ['/a.css'], reads: ['/api/x?a=1&b=2'] });
  expect(page).toContain(
    '<head><meta nonce="n0"><link rel="preload" as="fetch" crossorigin href="/api/x?a=1&amp;b=2"></head>',
  );
  expect(page).toContain(
    '<!--/shell--><template><link rel="modulepreload" crossorigin href="/a.js" nonce="n0">' +
      '<link rel="stylesheet" media="not all" crossorigin href="/a.css" nonce="n0"></template></body>',
  );
});

test.each([
  ['list', 'rail<!--list-->rows<!--/list-->'],
  ['customer', 'rail<!--customer-->name<!--/customer-->'],
  ['plain', 'rail'],
] as const)('keeps the outline %s', (outline, kept) => {
  expect(fillPage(PAGE, { ...parts, outline })).toContain(`<div id="root"></div><!--shell-->${kept}<!--/shell-->`);
});

test('rows that are known stand in place of skeletons, whatever they hold', () => {
  const page = '<p><!--count-->…<!--/count--></p><!--rows-->\n<i></i>\n<!--/rows--></body>';
  const list = { count: '2 customers', table: '<table>$& $1</table>' };
  expect(fillPage(page, { ...parts, list })).toBe('<p>2 customers</p><table>$& $1</table></body>');
  expect(fillPage(page, parts)).toContain('<i></i>');
});

test('has no outline where none belongs', () => {
  expect(fillPage(PAGE, { ...parts, outline: 'none' })).toContain('<div id="root"></div></body>');
});

test('whatever a name holds, it cannot leave the script element', () => {
  const page = fillPage(PAGE, {
    ...parts,
    data: { 'at-hand': { name: '</script><script>alert(1)</script><!--$&__X' } },
  });
  expect(page.match(/<script/g)).toHaveLength(1);
  const json = /id="at-hand">(.*)<\/script>/.exec(page)?.[1] ?? '';
  expect(JSON.parse(json)).toEqual({ name: '</script><script>alert(1)</script><!--$&__X' });
});
