import '@mantine/core/styles/Group.layer.css';
import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Appointment } from '#contract/appointment.ts';
import type { CustomerId } from '#contract/id.ts';
import { useStudio } from '#shared/api/studio.ts';
import { OpenInReservie } from '#shared/customer/open-in-reservie.tsx';
import { RecordsPanel, type TabControls } from '#shared/customer/records-panel.tsx';
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
import { RecordSkeleton } from '#shared/table/record-skeleton.tsx';
import { DatedLines, type RecordColumn, RecordTable, TwoLines } from '#shared/table/record-table.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import {
  appointmentViews,
  arrangeAppointments,
  describeAppointmentTotals,
  describePaymentStatus,
  describeStatus,
} from './appointment-rules.ts';

/** A customer's appointments: what is to come, then what has been. */
export function AppointmentTable({ customerId, ...controls }: TabControls & { customerId: CustomerId }) {
  const query = useQuery(tabQueries.appointments(customerId));
  const { timeZone } = useStudio();
  const now = useNow();
  return (
    <RecordsPanel
      {...controls}
      query={query}
      nouns={['appointment', 'appointments']}
      skeleton={<RecordSkeleton />}
      empty="Private sessions and treatments would stand here. They are booked in Reservie."
      views={appointmentViews(now)}
      searchLabel="Search appointments"
      textOf={({ service, notes }) => `${service.name} ${service.facilitator.name} ${notes ?? ''}`}
      arrange={(rows) => arrangeAppointments(rows, now)}
      describeTotals={describeAppointmentTotals}
    >
      {(groups) => (
        <RecordTable
          caption="Appointments"
          columns={columnsAt(now, timeZone, customerId)}
          keyOf={({ id }) => id}
          groups={groups}
        />
      )}
    </RecordsPanel>
  );
}

function columnsAt(now: number, timeZone: string, customerId: CustomerId): RecordColumn<Appointment>[] {
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
