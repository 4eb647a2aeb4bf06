import { expect, test } from 'vitest';
import { isRewritten, isWrittenAs } from './rewritten.ts';

const jane = { firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com', mobile: '07700900123' };

test.each([
  ['firstname', ' Jane  Ann ', 'Jane Ann'],
  ['firstname', 'Jane\u00a0Ann', 'Jane Ann'],
  ['lastname', 'Zoe\u0308', 'Zoë'],
  ['email', 'Jane@Example.COM ', 'jane@example.com'],
  ['mobile', '07700 900-123', '07700900123'],
  ['mobile', '(07700) 900\u2011123', '07700900123'],
])('%s “%s” that becomes “%s” is the same', (field, written, found) => {
  expect(isWrittenAs(field, written, found, 'before')).toBe(true);
  expect(isRewritten({ ...jane, [field]: written }, { ...jane, [field]: found })).toBe(true);
});

test.each([
  ['firstname', 'Jane', 'jane'],
  ['firstname', 'Jane-Ann', 'JaneAnn'],
  ['email', 'jane@example.com', 'jane@example.org'],
  ['mobile', '07700900123', '+447700900123'],
])('%s “%s” that becomes “%s” was changed', (field, written, found) => {
  expect(isWrittenAs(field, written, found, 'before')).toBe(false);
  expect(isRewritten({ ...jane, [field]: written }, { ...jane, [field]: found })).toBe(false);
});

test('a field that still says what it said before was not written', () => {
  expect(isWrittenAs('firstname', ' Jane', 'Jane', 'Jane')).toBe(false);
  expect(isWrittenAs('firstname', 'Jane', 'Jane', 'Jane')).toBe(true);
});
