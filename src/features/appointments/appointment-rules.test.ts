import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  appointmentViews,
  arrangeAppointments,
  describeAppointmentTotals,
  describePaymentStatus,
  describeStatus,
} from './appointment-rules.ts';

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
  const [upcoming, past] = arrangeAppointments(rows, now);
  expect(upcoming?.rows.map(({ id }) => id)).toEqual(['London, in half an hour', 'London, next week']);
  expect(past?.rows.map(({ id }) => id)).toEqual(['Madrid, 15:15 was a quarter of an hour ago', 'London, now']);
});

const NOW = Date.parse('2026-03-10T14:30:00Z');
const card = (status: string) => ({ method: 'CARD' as const, currency: 'GBP', base100_price: 4500, status });
const anyAppointment = fc.record({
  status: fc.constantFrom('CONFIRMED', 'CANCELLED', 'NO_SHOW'),
  service: fc.record({
    datetime: fc.constantFrom('2026-03-10T14:29:00', '2026-03-10T14:31:00', '2026-03-10T15:15:00'),
    tz: fc.constantFrom('Europe/London', 'Europe/Madrid'),
  }),
  payment: fc.constantFrom(
    card('PAID'),
    card('PENDING'),
    card('FAILED'),
    { method: 'PASS' as const, currency: 'CR' as const, credits_used: 2, status: 'PAID' },
    { method: 'CASH' },
  ),
});

test('each appointment is cancelled, upcoming or past, and stands in one group', () => {
  fc.assert(
    fc.property(fc.array(anyAppointment, { maxLength: 12 }), (rows) => {
      const views = appointmentViews(NOW).filter(({ name }) => name !== 'unpaid');
      for (const row of rows) expect(views.filter(({ includes }) => includes(row))).toHaveLength(1);
      const grouped = arrangeAppointments(rows, NOW).flatMap((group) => group.rows);
      expect(new Set(grouped)).toEqual(new Set(rows));
      expect(grouped).toHaveLength(rows.length);
    }),
  );
});

test.each([
  [[], ''],
  [[['CONFIRMED', card('PAID')]], '£45.00 paid'],
  [
    [
      ['CONFIRMED', card('PAID')],
      ['CONFIRMED', card('PENDING')],
      ['NO_SHOW', card('FAILED')],
    ],
    '£45.00 paid · £90.00 unpaid',
  ],
  [[['CANCELLED', card('PENDING')]], ''],
  [[['CONFIRMED', { method: 'PASS', currency: 'CR', credits_used: 2, status: 'PENDING' }]], '2 credits unpaid'],
  [[['CONFIRMED', { method: 'CASH' }]], ''],
] as const)('totals money and credits apart, and leaves out what was cancelled: %j', (facts, words) => {
  const service = { datetime: '2026-03-10T14:29:00', tz: 'Europe/London' };
  expect(describeAppointmentTotals(facts.map(([status, payment]) => ({ status, payment, service })))).toBe(words);
});
