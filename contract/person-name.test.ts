import { expect, test } from 'vitest';
import { initialsOf, personName } from './person-name.ts';

test('a customer without a name goes by the e-mail address', () => {
  expect(personName({ firstname: ' Jane ', lastname: 'Smith', email: 'j@example.com' })).toBe('Jane Smith');
  expect(personName({ firstname: ' ', lastname: '', email: 'j@example.com' })).toBe('j@example.com');
});

test.each(['', ' ', '\u200B', '\u3164', '\u2800', '\u202A\u202C', '\u0301'])(
  'a name of %j cannot be seen: the address or the id stands for it',
  (blank) => {
    const customer = { id: 'cust_9', firstname: blank, lastname: blank, email: 'j@example.com' };
    expect(personName(customer)).toBe('j@example.com');
    expect(personName({ ...customer, email: blank })).toBe('cust_9');
    expect(personName({ ...customer, lastname: 'Smith' })).toBe('Smith');
  },
);

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
