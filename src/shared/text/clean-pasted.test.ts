import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import {
  cleanPastedCode,
  cleanPastedEmail,
  cleanPastedMobile,
  cleanPastedName,
  cleanPastedText,
} from './clean-pasted.ts';

const INVISIBLE = [
  0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2063,
].concat([0x2066, 0x2067, 0x2068, 0x2069, 0xfeff, 0x00ad, 0x061c, 0x180e, 0x3164]);
const DASHES = ['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uFE58', '\uFE63', '\uFF0D'];
const SPACES = ['\u00A0', '\u2002', '\u2007', '\u2009', '\u202F', '\u205F', '\u3000', '\t', '\n', '\u2028', '  '];

test.each(INVISIBLE)('character %d is taken out of everything', (code) => {
  const character = String.fromCharCode(code);
  const around = (text: string) => `${character}${text.slice(0, 3)}${character}${text.slice(3)}${character}`;
  expect(cleanPastedText(around('Greta V'))).toBe('Greta V');
  expect(cleanPastedName(around('Greta V'))).toBe('Greta V');
  expect(cleanPastedEmail(around('greta.v@example.com'))).toBe('greta.v@example.com');
  expect(cleanPastedMobile(around('07700900605'))).toBe('07700900605');
  expect(cleanPastedCode(around('123456'))).toBe('123456');
});

test.each(DASHES)('%j is a hyphen', (dash) => {
  expect(cleanPastedMobile(`07700${dash}900${dash}605`)).toBe('07700-900-605');
  expect(cleanPastedName(`Anne${dash}Marie`)).toBe('Anne-Marie');
  expect(cleanPastedCode(`123${dash}456`)).toBe('123456');
});

test.each(SPACES)('%j is a space', (space) => {
  expect(cleanPastedMobile(`07700${space}900605${space}`)).toBe('07700 900605');
  expect(cleanPastedName(`${space}Mary${space}Ann`)).toBe('Mary Ann');
  expect(cleanPastedCode(`123${space}456`)).toBe('123456');
});

test.each([
  'greta.v@example.com,',
  'greta.v@example.com;',
  'greta.v@example.com.',
  ' greta.v@example.com ; ',
  'Greta Vossler <greta.v@example.com>',
  '"Vossler, Greta" <greta.v@example.com>,',
  'Greta Vossler (greta.v@example.com)',
  '<greta.v@example.com>',
  'greta.v@example.com (work)',
  'greta.v@example.com [home];',
  '“greta.v@example.com”',
  "'greta.v@example.com'",
  'mailto:greta.v@example.com',
  'MAILTO:greta.v%40example.com?subject=Hello&bcc=other@example.com',
  'Greta <mailto:greta.v@example.com>',
  '[greta.v@example.com](mailto:greta.v@example.com)',
  'ｇｒｅｔａ.v＠example．com',
])('finds the address in %s', (text) => {
  expect(cleanPastedEmail(text)).toBe('greta.v@example.com');
});

test.each(['ronald@@example.com', 'no address', 'a b@example.com', '%E0%A4%A@example.com', 'Ó@example.com'])(
  'leaves %s to be judged as it is',
  (text) => {
    expect(cleanPastedEmail(text)).toBe(text);
  },
);

test.each([
  ['tel:+44-7700-900605', '+44-7700-900605'],
  ['TEL:+447700900605;ext=12', '+447700900605'],
  ['tel:%2B447700900605', '+447700900605'],
  ['"07700 900605"', '07700 900605'],
  ['07700 900605.', '07700 900605'],
  ['٠٧٧٠٠ ٩٠٠٦٠٥', '07700 900605'],
  ['۰۷۷۰۰ ۹۰۰۶۰۵', '07700 900605'],
  ['०७७०० ९००६०५', '07700 900605'],
  ['０７７００　９００６０５', '07700 900605'],
  ['＋44 7700 900605', '+44 7700 900605'],
  ['+44 (0)7700 900605', '+44 (0)7700 900605'],
])('reads the number %s', (text, expected) => {
  expect(cleanPastedMobile(text)).toBe(expected);
});

test.each([
  ['“Greta”', 'Greta'],
  ['Vossler,', 'Vossler'],
  ['Vossler;', 'Vossler'],
  ['Vossler.', 'Vossler'],
  ['Davis Jr.', 'Davis Jr.'],
  ['J.', 'J.'],
  ['O’Brien', 'O’Brien'],
  ["D'Arcy", "D'Arcy"],
  ['Ann\u0000e\u0007', 'Anne'],
  ['می\u200Cنا', 'می\u200Cنا'],
  ['\u{1F469}\u200D\u{1F9B0}', '\u{1F469}\u200D\u{1F9B0}'],
  ['❤\uFE0F', '❤\uFE0F'],
  ['葛\u{E0100}城', '葛\u{E0100}城'],
  ['٣ Layla', '٣ Layla'],
  ['\u3164', ''],
  ['Mary\t\0\tJane', 'Mary Jane'],
])('a name %j is saved as %j', (text, expected) => {
  expect(cleanPastedName(text)).toBe(expected);
});

test.each([
  ['123 456', '123456'],
  ['123-456.', '123456'],
  ['Ab3dE-Fg7hI', 'Ab3dE-Fg7hI'],
  ['Ab3dE – Fg7hI', 'Ab3dE-Fg7hI'],
  ['١٢٣٤٥٦', '123456'],
])('reads the code %s', (text, expected) => {
  expect(cleanPastedCode(text)).toBe(expected);
});

test('cleaning twice is cleaning once, whatever is pasted', () => {
  for (const clean of [cleanPastedText, cleanPastedName, cleanPastedMobile, cleanPastedCode]) {
    assert(
      property(string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = clean(text);
        expect(clean(once)).toBe(once);
      }),
    );
  }
});

test.each(['tel:07700900605;ext=1', 'callto:07700900605', 'SMS:07700900605?body=Hello', 'smsto: 07700900605'])(
  'finds the number in %s',
  (link) => {
    expect(cleanPastedMobile(link)).toBe('07700900605');
  },
);
