import { describe, expect, test } from 'vitest';
import { maskAnswer } from './mask-answer.ts';
import { maskEmail, maskLastName, maskMobile } from './mask.ts';

test.each([
  ['Smith', 'S.'],
  [' de la Cruz', 'd.'],
  ['Ødegård', 'Ø.'],
  ['𝒮mith', '𝒮.'],
  ['', ''],
])('the last name %j becomes %j', (name, masked) => {
  expect(maskLastName(name)).toBe(masked);
});

test.each([
  ['jane@example.com', 'j••••@example.com'],
  ['j@example.com', 'j••••@example.com'],
  ['"a@b"@example.com', '"••••@example.com'],
  ['07700900123', '0••••'],
  ['@example.com', '••••@example.com'],
  ['', ''],
])('the e-mail address %j becomes %j', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

test.each([
  ['07700 900123', '•••123'],
  ['+44 (0)7700-900-123', '•••123'],
  ['12345', '•••'],
  ['ask her mother', '•••'],
  ['', ''],
])('the mobile %j becomes %j', (mobile, masked) => {
  expect(maskMobile(mobile)).toBe(masked);
});

describe('an answer', () => {
  test('is masked however deep a person stands in it', () => {
    const jane = {
      id: 'cust_1',
      firstname: 'Jane',
      lastname: 'Smith',
      email: 'jane@example.com',
      mobile: '07700900123',
    };
    const masked = { id: 'cust_1', firstname: 'Jane', lastname: 'S.', email: 'j••••@example.com', mobile: '•••123' };
    expect(maskAnswer({ data: [{ bookings: [{ purchased_by: jane, spaces: 2 }] }], total: 1 })).toEqual({
      data: [{ bookings: [{ purchased_by: masked, spaces: 2 }] }],
      total: 1,
    });
  });

  test('keeps free text about a person back, and leaves the answer as it was', () => {
    const answer = { data: [{ id: 'appt_1', notes: 'bad knee', status: 'CONFIRMED' }] };
    expect(maskAnswer(answer)).toEqual({ data: [{ id: 'appt_1', notes: null, status: 'CONFIRMED' }] });
    expect(answer.data[0]?.notes).toBe('bad knee');
  });
});
