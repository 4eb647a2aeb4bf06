import type { Appointment } from '#contract/appointment.ts';
import { formatDay } from '#shared/format/date-time.ts';
import { formatCount } from '#shared/format/number.ts';
import { FactList } from '#shared/ui/fact-list.tsx';
import { type Habit, type Habits, favourites, keptAppointments, percentOf } from './overview-rules.ts';

interface HabitFactsProps {
  habits: Habits;
  appointments: readonly Appointment[] | undefined;
}

/** Favourites and rates. Reservie’s bookings name no teacher; its appointments do. */
export function HabitFacts({ habits, appointments }: HabitFactsProps) {
  const { classes, times, last, total, cancelled, refunded } = habits;
  const people = favourites(keptAppointments({ appointments }).map(({ service }) => service.facilitator.name));
  const share = (part: number) => `${percentOf(part, total)} (${formatCount(part)} of ${formatCount(total)})`;
  return (
    <FactList
      isLong
      facts={[
        { name: 'Favourite classes', value: list(classes) },
        { name: 'Favourite times', value: list(times) },
        ...(people.length > 0 ? [{ name: 'Appointments with', value: list(people) }] : []),
        {
          name: 'Last class booked',
          value: last ? `${last.booking.event.name}, ${formatDay(last.booking.event.date.datetime)}` : 'None yet',
        },
        { name: 'Cancelled', value: share(cancelled) },
        { name: 'Refunded', value: share(refunded) },
      ]}
    />
  );
}

function list(habits: readonly Habit[]): string {
  return habits.length === 0
    ? 'None yet'
    : habits.map(({ name, count }) => `${name} (${formatCount(count)})`).join(', ');
}
