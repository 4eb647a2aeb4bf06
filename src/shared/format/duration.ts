import { plural } from './number.ts';

/** Minutes in the words of a timetable: "60 min", "2 h 30 min", "2 days". Up to two hours stay in minutes. */
export function formatDuration(minutes: number): string {
  if (minutes <= 120) return `${minutes} min`;
  if (minutes % 1440 === 0) return plural(minutes / 1440, 'day');
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  return [days > 0 && plural(days, 'day'), hours > 0 && `${hours} h`, rest > 0 && `${rest} min`]
    .filter(Boolean)
    .join(' ');
}
