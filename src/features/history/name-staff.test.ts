import { expect, test } from 'vitest';
import type { Staff } from '#contract/session.ts';
import { nameStaff } from './name-staff.ts';

const DEE: Staff = {
  id: '1',
  name: 'Dee',
  email: 'dee@example.com',
  role: 'desk',
  isDisabled: false,
  hasPassword: true,
  hasTwoFactor: false,
  needsTwoFactor: false,
  lastSignInAt: null,
};

test('an e-mail address stands only where a name does not say enough', () => {
  const namesake = { ...DEE, id: '2', email: 'dee.two@example.com', isDisabled: true };
  expect(nameStaff(DEE, [DEE])).toBe('Dee');
  expect(nameStaff(DEE, [DEE, namesake])).toBe('Dee, dee@example.com');
  expect(nameStaff(namesake, [DEE, namesake])).toBe('Dee, dee.two@example.com (disabled)');
});
