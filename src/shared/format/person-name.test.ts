import { expect, test } from 'vitest';
import { initialsOf, personName } from './person-name.ts';

test('a customer without a name goes by the e-mail address', () => {
  expect(personName({ firstname: ' Jane ', lastname: 'Smith', email: 'j@example.com' })).toBe('Jane Smith');
  expect(personName({ firstname: ' ', lastname: '', email: 'j@example.com' })).toBe('j@example.com');
});

test.each([
  ['Jane Smith', 'JS'],
  ['zoë van der berg', 'ZB'],
  ['Åsa', 'Å'],
  ['jane@example.com', 'J'],
  ['(Bob) “the” Builder', 'BB'],
  ['李 小龍', '李小'],
  ['𝒥ane 🙂 Doe', '𝒥D'],
  ['', '?'],
  ['🙂', '?'],
])('the initials of %j are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
