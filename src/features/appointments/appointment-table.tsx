import '@mantine/core/styles/Group.layer.css';
import { Group } from '@mantine/core';
import type { Appointment } from '#contract/appointment.ts';
import type { CustomerId } from '#contract/id.ts';
import { OpenInReservie } from '#shared/customer/open-in-reservie.tsx';
import { type RecordTab, type TabMoment, asTable } from '#shared/customer/record-tab.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import {
  formatDate,
  formatDateTime,
  formatDuration,
  formatTime,
  formatWeekday,
  nearDay,
  toLocalDate,
  zoneNote,
} from '#shared/format/date-time.ts';
import { formatPayment } from '#shared/format/payment.ts';
import type { Column } from '#shared/table/data-table.tsx';
import { DatedLines, TwoLines } from '#shared/table/record-table.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import {
  appointmentViews,
  arrangeAppointments,
  describeAppointmentTotals,
  describePaymentStatus,
  describeStatus,
} from './appointment-rules.ts';

/** A customer's appointments: what is to come, then what has been. */
export function appointmentTab({ customerId, now, timeZone }: TabMoment): RecordTab<Appointment> {
  return {
    query: tabQueries.appointments(customerId),
    nouns: ['appointment', 'appointments'],
    empty: 'Private sessions and treatments would stand here. They are booked in Reservie.',
    searchLabel: 'Search appointments',
    textOf: ({ service, notes }) => `${service.name} ${service.facilitator.name} ${notes ?? ''}`,
    views: appointmentViews(now),
    arrange: (rows) => arrangeAppointments(rows, now),
    describeTotals: describeAppointmentTotals,
    ...asTable({ caption: 'Appointments', columns: columnsAt(now, timeZone, customerId) }),
  };
}

function columnsAt(now: number, timeZone: string, customerId: CustomerId): Column<Appointment>[] {
  return [
    { name: 'When', cell: ({ service }) => <When service={service} now={now} studioZone={timeZone} />, isPlain: true },
    { name: 'Service', cell: (row) => <TwoLines below={aboutService(row)}>{row.service.name}</TwoLines>, isName: true },
    { name: 'Paid', cell: ({ payment }) => formatPayment(payment), isNumeric: true, isShort: true },
    { name: 'State', cell: (row) => <State row={row} customerId={customerId} />, isPlain: true },
  ];
}

interface WhenProps {
  service: Appointment['service'];
  now: number;
  studioZone: string;
}

/** "Tue 09:00" over "tomorrow · 45 min · Madrid time", with the year where it is another one. */
function When({ service: { datetime, tz, duration_minutes }, now, studioZone }: WhenProps) {
  const today = toLocalDate(now, tz);
  const year = datetime.slice(0, 4) === today.slice(0, 4) ? '' : datetime.slice(0, 4);
  const hints = [year, nearDay(datetime, today), formatDuration(duration_minutes), zoneNote(tz, studioZone)];
  return (
    <DatedLines at={datetime} below={hints.filter(Boolean).join(' · ')}>
      {formatWeekday(datetime)} {formatTime(datetime)}
    </DatedLines>
  );
}

function aboutService({ service, notes, created_at }: Appointment) {
  const text = notes?.trim();
  return (
    <>
      with <bdi>{service.facilitator.name}</bdi>, made{' '}
      <span title={formatDateTime(created_at)}>{formatDate(created_at)}</span>
      {text && (
        <div dir="auto" style={{ whiteSpace: 'pre-line' }}>
          {text}
        </div>
      )}
    </>
  );
}

function State({ row, customerId }: { row: Appointment; customerId: CustomerId }) {
  const { words, tone } = describeStatus(row.status);
  const paid = describePaymentStatus(row.payment);
  return (
    <Group gap={4}>
      <Tag tone={tone} title={row.status}>
        {words}
      </Tag>
      {paid && <Tag tone={paid.tone}>{paid.words}</Tag>}
      <OpenInReservie
        kind="appointment"
        ids={{ appointmentId: row.id }}
        customerId={customerId}
        what={`the appointment ${row.service.name}, ${formatDateTime(row.service.datetime)},`}
      />
    </Group>
  );
}
