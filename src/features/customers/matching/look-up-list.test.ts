import { expect, test } from 'vitest';
import { customer } from '../directory/customer-fixture.ts';
import { buildIndex } from './customer-index.ts';
import { lookUpList } from './look-up-list.ts';
import { isPastedList, splitList } from './split-list.ts';

const index = buildIndex([
  customer('cust_1', 'Greta', 'Vossler', { email: 'greta.v@example.com', mobile: '07700 900605' }),
  customer('cust_2', 'Robert', 'Haverstock', { email: 'rh@example.com', mobile: '+353 87 123 4567' }),
  customer('cust_3', 'Ann', 'Smith'),
  customer('cust_4', 'Ann', 'Smith'),
  customer('cust_5', 'Ann', 'Smithers'),
]);

function lookUp(text: string): string[] {
  return [...lookUpList(index, text)].map(
    ({ outcome, reason, customers }) =>
      `${outcome} ${reason ?? ''} ${customers.map(({ id }) => id.slice(5)).join(',')}`,
  );
}

test('answers each line as found, several or none', () => {
  expect(
    lookUp('Greta Vossler\n- Bob Haverstock\n3) ann smith\n\nZyx Wvutsr\n07700 900605\r\nRH@EXAMPLE.COM;'),
  ).toEqual(['found name 1', 'found nickname 2', 'several name 3,4', 'none  ', 'found mobile 1', 'found email 2']);
});

test('a row of a spreadsheet is found by the surest of its cells', () => {
  expect(lookUp('Vossler\tGreta\tgreta.v@example.com\nHaverstock\tRobert\t\t087 123 4567\nSmithers\tAnn')).toEqual([
    'found email 1',
    'found mobile 2',
    'found name 5',
  ]);
});

test('an address that is not known falls back to the name beside it', () => {
  expect(lookUp('Greta Vossler <new@address.test>\nx')).toEqual(['found name 1', 'none  ']);
});

test.each([
  ['a@x.test, b@x.test; "C, D" <c@x.test>', ['a@x.test', 'b@x.test', '"C, D" <c@x.test>']],
  ['a@x.test b@x.test', ['a@x.test', 'b@x.test']],
  ['1. Ann\n2. Ben', ['Ann', 'Ben']],
  ['• Ann\n• \u200BBen,', ['Ann', 'Ben']],
  ['[ ] Ann\n[x] Ben', ['Ann', 'Ben']],
  ['Greta Vossler, Bob Haverstock, Ann Smith', ['Greta Vossler', 'Bob Haverstock', 'Ann Smith']],
  ['07700 900605; +353 87 123 4567; 07700900606', ['07700 900605', '+353 87 123 4567', '07700900606']],
  [
    'Hi, this is Greta Vossler, my number is 07700 900605, thanks',
    ['Hi, this is Greta Vossler, my number is 07700 900605, thanks'],
  ],
  ['Vossler, Greta, 07700 900605', ['Vossler, Greta, 07700 900605']],
  ['Vossler, Greta', ['Vossler, Greta']],
  ['\n \n—\n', []],
])('%j is a list of %j', (text, entries) => {
  expect(splitList(text)).toEqual(entries);
  expect(isPastedList(text)).toBe(entries.length > 1);
});
