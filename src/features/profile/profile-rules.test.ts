import { expect, test } from 'vitest';
import { CustomerProfile, ProfileChanges } from '#contract/customer.ts';
import { changedFields, rebase, settle, toBody, toForm } from './profile-rules.ts';

const profile = CustomerProfile.parse({
  id: 'cust_123',
  type: 'customer',
  firstname: 'Jane',
  lastname: 'Smith',
  email: 'jane@example.com',
  mobile: '07700900123',
});
const jane = toForm(profile);

test('the form holds the four fields that staff may edit', () => {
  expect(jane).toEqual({ firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com', mobile: '07700900123' });
});

test('an untouched mobile number is not sent', () => {
  const body = toBody(jane, { ...jane, lastname: 'Jones' });
  expect(body).toEqual({ lastname: { from: 'Smith', to: 'Jones' } });
  expect(ProfileChanges.safeParse(body).success).toBe(true);
});

test('removing the mobile number sends an empty text', () => {
  expect(toBody(jane, { ...jane, mobile: '' })).toEqual({ mobile: { from: '07700900123', to: '' } });
});

test('spaces around a value are neither a change nor sent', () => {
  expect(changedFields(jane, { ...jane, firstname: ' Jane ' })).toEqual([]);
  expect(toBody(jane, { ...jane, firstname: ' Janet ' })).toEqual({ firstname: { from: 'Jane', to: 'Janet' } });
});

test('what was pasted is cleaned before it is compared and sent', () => {
  expect(changedFields(jane, { ...jane, email: '\u200Bjane@example.com', mobile: '\u202D07700900123\u202C' })).toEqual(
    [],
  );
  const pasted = {
    firstname: ' Ja\u00ADnet ',
    lastname: 'Smith,',
    email: 'Janet <janet@example.com>,',
    mobile: 'tel:07700‑900‑124',
  };
  expect(toBody(jane, pasted)).toEqual({
    firstname: { from: 'Jane', to: 'Janet' },
    email: { from: 'jane@example.com', to: 'janet@example.com' },
    mobile: { from: '07700900123', to: '07700-900-124' },
  });
});

test('what is stored with characters that have no width is left alone until staff touch it', () => {
  const stored = { ...jane, firstname: '\u200BJane', mobile: '\u202A07700 900123\u202C' };
  expect(toBody(stored, { ...stored, lastname: 'Jones' })).toEqual({ lastname: { from: 'Smith', to: 'Jones' } });
  expect(toBody(stored, { ...stored, firstname: 'Jane' })).toEqual({ firstname: { from: '\u200BJane', to: 'Jane' } });
});

test('a background refresh fills fields left alone and spares the one being typed in', () => {
  const typing = { base: jane, values: { ...jane, firstname: 'Jan' } };
  const { base, values } = rebase(typing, { ...jane, firstname: 'Janet', email: 'new@example.com' });
  expect(values).toEqual({ ...jane, firstname: 'Jan', email: 'new@example.com' });
  expect(base.firstname).toBe('Jane');
  expect(toBody(base, values)).toEqual({ firstname: { from: 'Jane', to: 'Jan' } });
});

test('a field that another user set to the same text is no longer a change', () => {
  const { base, values } = rebase(
    { base: jane, values: { ...jane, lastname: 'Jones' } },
    { ...jane, lastname: 'Jones' },
  );
  expect(changedFields(base, values)).toEqual([]);
});

test('what was typed during a save survives it, and what was saved is no longer a change', () => {
  const submitted = { ...jane, firstname: ' Janet ' };
  const typedMeanwhile = { ...submitted, lastname: 'Jo' };
  const { base, values } = settle(submitted, typedMeanwhile, { ...jane, firstname: 'Janet' });
  expect(values).toEqual({ ...jane, firstname: 'Janet', lastname: 'Jo' });
  expect(changedFields(base, values)).toEqual(['lastname']);
});
