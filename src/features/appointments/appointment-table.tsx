import { useQuery } from '@tanstack/react-query';
import type { Appointment } from '#contract/appointment.ts';
import type { CustomerId } from '#contract/id.ts';
import { useStudio } from '#shared/api/studio.ts';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { RecordSkeleton } from '#shared/table/record-skeleton.tsx';
import { type RecordColumn, RecordTable } from '#shared/table/record-table.tsx';
import { formatPayment } from '#shared/format/payment.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import classes from './appointment-table.module.css';
import { AppointmentTime } from './appointment-time.tsx';
import { arrangeAppointments, describePaymentStatus, describeStatus } from './appointment-words.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';

/** A customer's appointments: what is to come, then what has been. */
export function AppointmentTable({ customerId, ...controls }: PageControls & { customerId: CustomerId }) {
  const query = useQuery(tabQueries.appointments(customerId, controls.page));
  const { timeZone } = useStudio();
  const now = useNow();
  return (
    <PagedPanel
      {...controls}
      query={query}
      nouns={['appointment', 'appointments']}
      skeleton={<RecordSkeleton />}
      empty={<Notice title="No appointments">This customer has none. Appointments are made in Reservie.</Notice>}
    >
      {(appointments) => {
        const { upcoming, past } = arrangeAppointments(appointments, now);
        return (
          <RecordTable
            caption="Appointments"
            columns={columnsAt(now, timeZone)}
            keyOf={({ id }) => id}
            detail={renderNotes}
            groups={[
              { title: 'Upcoming', rows: upcoming },
              { title: 'Past', rows: past, isPast: true },
            ]}
          />
        );
      }}
    </PagedPanel>
  );
}

function columnsAt(now: number, timeZone: string): RecordColumn<Appointment>[] {
  return [
    { name: 'Service', cell: ({ service }) => service.name },
    { name: 'With', cell: ({ service }) => service.facilitator.name },
    {
      name: 'When',
      cell: ({ service }) => <AppointmentTime service={service} now={now} studioTimeZone={timeZone} />,
      isShort: true,
    },
    { name: 'Status', cell: ({ status }) => <Status status={status} /> },
    { name: 'Payment', cell: ({ payment }) => <Payment payment={payment} /> },
  ];
}

function renderNotes({ notes }: Appointment) {
  const text = notes?.trim();
  return text ? (
    <p className={classes['notes']} dir="auto">
      {text}
    </p>
  ) : undefined;
}

function Status({ status }: { status: string }) {
  const { words, tone } = describeStatus(status);
  return (
    <Tag tone={tone} title={status}>
      {words}
    </Tag>
  );
}

function Payment({ payment }: { payment: Appointment['payment'] }) {
  const status = describePaymentStatus(payment);
  return (
    <span className={classes['payment']}>
      {formatPayment(payment)}
      {status && <Tag tone={status.tone}>{status.words}</Tag>}
    </span>
  );
}
