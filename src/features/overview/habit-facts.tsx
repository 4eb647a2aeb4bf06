import type { Appointment } from '#contract/appointment.ts';
import { formatDay } from '#shared/format/date-time.ts';
import { formatCount } from '#shared/format/number.ts';
import classes from './overview.module.css';
import { type Habit, type Habits, favourites, percentOf } from './overview-rules.ts';

interface HabitFactsProps {
  habits: Habits;
  appointments: readonly Appointment[] | undefined;
}

/** Favourites and rates. Reservie’s bookings name no teacher; its appointments do. */
export function HabitFacts({ habits, appointments }: HabitFactsProps) {
  const { classes: names, times, last, total, cancelled, refunded } = habits;
  const people = favourites((appointments ?? []).map(({ service }) => service.facilitator.name));
  const facts = [
    { term: 'Favourite classes', value: list(names) },
    { term: 'Favourite times', value: list(times) },
    ...(people.length > 0 ? [{ term: 'Appointments with', value: list(people) }] : []),
    {
      term: 'Last class booked',
      value: last ? `${last.booking.event.name}, ${formatDay(last.booking.event.date.datetime)}` : 'None yet',
    },
    { term: 'Cancelled', value: `${percentOf(cancelled, total)} (${formatCount(cancelled)} of ${formatCount(total)})` },
    { term: 'Refunded', value: `${percentOf(refunded, total)} (${formatCount(refunded)} of ${formatCount(total)})` },
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function list(habits: readonly Habit[]): string {
  return habits.length === 0
    ? 'None yet'
    : habits.map(({ name, count }) => `${name} (${formatCount(count)})`).join(', ');
}
