import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { customer } from '../../directory/customer-fixture.ts';
import { COLUMNS, toAddresses, toCsv, toNamedAddresses, toTable } from './export-text.ts';

const JANE = customer('cust_1', 'Jane', 'Smith', { email: 'jane@example.com', mobile: '+44 7700 900123' });
const SEEN = new Map([['cust_1', '2026-03-03']]);

test('the file has a byte order mark, a heading, the chosen columns, ISO dates and the plus of a number', () => {
  expect(toCsv([JANE], COLUMNS, SEEN)).toBe(
    '\uFEFFFirst name,Last name,E-mail,Mobile,Status,First seen,Customer id\r\n' +
      'Jane,Smith,jane@example.com,+44 7700 900123,Active,2026-03-03,cust_1\r\n',
  );
  const archived = { ...JANE, archived: true };
  expect(toCsv([archived], ['status', 'email'], new Map())).toBe(
    '\uFEFFStatus,E-mail\r\nArchived,jane@example.com\r\n',
  );
});

test.each([
  ['=SUM(A1)', "'=SUM(A1)"],
  ['@cmd', "'@cmd"],
  ['-2+3', "'-2+3"],
  ['+cmd|x', "'+cmd|x"],
  ['\tx', "'\tx"],
  ['＝1', "'＝1"],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['ليلى 🌙', 'ليلى 🌙'],
])('the name %j stands in the file as %j', (firstname, cell) => {
  expect(toCsv([{ ...JANE, firstname }], ['firstname'], SEEN)).toBe(`\uFEFFFirst name\r\n${cell}\r\n`);
});

test('whatever a name holds, a row of a table stays a row of its cells', () => {
  assert(
    property(string({ unit: 'binary' }), (lastname) => {
      const lines = toTable([{ ...JANE, lastname }, JANE], ['firstname', 'lastname', 'id'], SEEN).split('\n');
      expect(lines.map((line) => line.split('\t').length)).toEqual([3, 3, 3]);
      expect(lines[2]).toBe('Jane\tSmith\tcust_1');
    }),
    { numRuns: 30 },
  );
});

test('each address stands once, whatever its case; those without one are left out', () => {
  const people = [
    JANE,
    { ...JANE, email: 'JANE@example.com ' },
    { ...JANE, email: '' },
    { ...JANE, email: 'no address' },
  ];
  expect(toAddresses(people)).toEqual(['JANE@example.com']);
  expect(toNamedAddresses(people)).toEqual(['Jane Smith <jane@example.com>']);
});

test.each([
  ['Jane', 'Smith', 'Jane Smith <jane@example.com>'],
  ['Smith, Jane', '', '"Smith, Jane" <jane@example.com>'],
  ['Anne-Marie', 'O’Brien', 'Anne-Marie O’Brien <jane@example.com>'],
  ['"Jo"', 'S\\mith', '"\\"Jo\\" S\\\\mith" <jane@example.com>'],
  ['Jane\r\nBcc: x@y.test', '', '"Jane Bcc: x@y.test" <jane@example.com>'],
  ['', '', 'jane@example.com'],
])('%j %j is written as %j', (firstname, lastname, written) => {
  expect(toNamedAddresses([{ ...JANE, firstname, lastname }])).toEqual([written]);
});

test.each(['a@x.com,b@x.com', 'a@x.com\nbcc: b@x.com', '<a@x.com>', 'a@x.com;b@x.com'])(
  'the address %j cannot smuggle another one in',
  (email) => {
    expect(toAddresses([{ ...JANE, email }])).toEqual([]);
  },
);
