import { expect, test } from 'vitest';
import { ProfileChanges, ProfileUpdate, ProfileValues } from './customer.ts';
import { staffApi } from './staff.ts';

const jane = { firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com', mobile: '07700 900123' };

function faultsOf(values: object): string[] {
  const { error } = ProfileValues.safeParse({ ...jane, ...values });
  return error?.issues.map(({ message }) => message) ?? [];
}

test.each([
  '',
  ' ',
  '\u00A0',
  '\u3000',
  '\u200B',
  '\u3164',
  '\u2800',
  '\u202A\u202C',
  '\u200D\uFE0F',
  '\u0301',
  '\u{E0001}',
])('a name of %j cannot be seen', (name) => {
  expect(faultsOf({ firstname: name })).toHaveLength(1);
  expect(faultsOf({ lastname: name })).toHaveLength(1);
  expect(ProfileChanges.safeParse({ firstname: { from: 'Jane', to: name } }).success).toBe(false);
  expect(staffApi.acceptInvitation.body.shape.name.safeParse(name).success).toBe(false);
});

test.each(['Ja\u0000ne', 'Ja\nne', 'Ja\tne', 'Ja\u009Fne', 'Ja\u2028ne'])(
  'a name has no control characters: %j',
  (name) => {
    expect(faultsOf({ firstname: name })).toEqual(['Use one line of text, without control characters']);
  },
);

test.each(['李', 'Ó', '4', '…', '🙂', 'مينا', 'می\u200Cنا', '‘Bob’', 'J', 'e\u0301', 'DJ \u{1F469}\u200D\u{1F3A4}'])(
  '%s is a name',
  (name) => {
    expect(faultsOf({ firstname: name, lastname: name })).toEqual([]);
  },
);

test.each(['-', '()', '+', '.', '/', '+ ( ) -'])('a mobile %j has no digit', (mobile) => {
  expect(faultsOf({ mobile })).toEqual(['Enter a number with digits']);
});

test.each(['07700\n900123', '07700\t900123', '07700\u0000', '07700 900123 or 4', '07700\u200B900123'])(
  'a mobile is not %j',
  (mobile) => {
    expect(faultsOf({ mobile })).toEqual(['Use digits, spaces and + only']);
  },
);

test.each(['', ' ', '07700 900123', '+44 (0)7700 900-123', '0/1.2', '1'])('a mobile may be %j', (mobile) => {
  expect(faultsOf({ mobile })).toEqual([]);
});

test.each([
  'ronald@@example.com',
  'jane@example',
  'jane example.com',
  'ja\u0000ne@example.com',
  '\u200Bjane@example.com',
  '',
])('an e-mail address is not %j', (email) => {
  expect(faultsOf({ email })).toEqual(['Enter an e-mail address like name@example.com']);
});

test('what Reservie holds already can go back with a change of another field', () => {
  const held = { ...jane, firstname: '\u200B', mobile: '-' };
  expect(ProfileUpdate.safeParse(held).success).toBe(true);
});
