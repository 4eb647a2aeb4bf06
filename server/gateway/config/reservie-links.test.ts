import { expect, test } from 'vitest';
import { readReservieLinks } from './reservie-links.ts';

test('without a variable there are no links', () => {
  expect(readReservieLinks({ OPEN_IN_RESERVIE_CUSTOMER: ' ' })).toEqual({});
});

test('takes an address for each kind', () => {
  const customer = 'https://studio.example/admin/customers/{customerId}?tab=bookings';
  const purchase = 'https://studio.example/admin/{customerId}/sales/{transactionId}';
  const links = { OPEN_IN_RESERVIE_CUSTOMER: customer, OPEN_IN_RESERVIE_PURCHASE: purchase };
  expect(readReservieLinks(links)).toEqual({ customer, purchase });
  const appointment = 'https://studio.example/{customerId}/appointments/{appointmentId}';
  const subscription = 'https://studio.example/{customerId}/subscriptions/{mandateId}';
  const pass = 'https://studio.example/{customerId}/passes/{packageId}';
  const more = {
    OPEN_IN_RESERVIE_APPOINTMENT: appointment,
    OPEN_IN_RESERVIE_SUBSCRIPTION: subscription,
    OPEN_IN_RESERVIE_PASS: pass,
  };
  expect(readReservieLinks(more)).toEqual({ appointment, subscription, pass });
});

test.each([
  'studio.example/{customerId}',
  'http://studio.example/{customerId}',
  'javascript:alert(1)//{customerId}',
  'https://studio.example/customers',
  'https://studio.example/{id}',
  'https://studio.example/{transactionId}',
  'https://studio.example/{customerId',
  'https://studio.example/{customerId}/{',
  'https://studio example/{customerId}',
])('refuses %s', (template) => {
  expect(() => readReservieLinks({ OPEN_IN_RESERVIE_CUSTOMER: template })).toThrow(
    /^OPEN_IN_RESERVIE_CUSTOMER must be/,
  );
});
