import { expect, test } from 'vitest';
import { arrangeAppointments, describePaymentStatus, describeStatus } from './appointment-words.ts';

test('says the documented status, and makes any other legible', () => {
  expect(describeStatus('CONFIRMED')).toEqual({ words: 'Confirmed', tone: 'good' });
  expect(describeStatus('NO_SHOW')).toEqual({ words: 'No show', tone: 'neutral' });
});

test.each([
  ['PAID', 'Paid', 'neutral'],
  ['PENDING', 'Not paid yet', 'warn'],
  ['FAILED', 'Payment failed', 'bad'],
  ['PARTLY_PAID', 'Partly paid', 'neutral'],
])('says of a payment that is %s: %s', (status, words, tone) => {
  const card = { method: 'CARD', currency: 'GBP', base100_price: 4500, status } as const;
  expect(describePaymentStatus(card)).toEqual({ words, tone });
});

test('says nothing of the status of a payment it does not know', () => {
  expect(describePaymentStatus({ method: 'CASH' })).toBeUndefined();
});

test('parts upcoming from past by the clock where the appointment takes place', () => {
  const now = Date.parse('2026-03-10T14:30:00Z');
  const rows = [
    {
      id: 'Madrid, 15:15 was a quarter of an hour ago',
      service: { datetime: '2026-03-10T15:15:00', tz: 'Europe/Madrid' },
    },
    { id: 'London, next week', service: { datetime: '2026-03-17T09:00:00', tz: 'Europe/London' } },
    { id: 'London, in half an hour', service: { datetime: '2026-03-10T15:00:00', tz: 'Europe/London' } },
    { id: 'London, now', service: { datetime: '2026-03-10T14:30:00', tz: 'Europe/London' } },
  ];
  const { upcoming, past } = arrangeAppointments(rows, now);
  expect(upcoming.map(({ id }) => id)).toEqual(['London, in half an hour', 'London, next week']);
  expect(past.map(({ id }) => id)).toEqual(['Madrid, 15:15 was a quarter of an hour ago', 'London, now']);
});
