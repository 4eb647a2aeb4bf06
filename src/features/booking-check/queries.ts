import { queryOptions } from '@tanstack/react-query';
import { type StudioClass, classes } from '#contract/classes.ts';
import type { CustomerId } from '#contract/id.ts';
import { call } from '#shared/api/call.ts';

const TIMETABLE_FRESH_MS = 5 * 60_000;

export const classQueries = {
  /** The classes of the next two weeks. */
  timetable: () =>
    queryOptions({
      queryKey: ['classes', 'timetable'],
      queryFn: (context) => call(classes.listClasses, {}, context),
      staleTime: TIMETABLE_FRESH_MS,
    }),
  places: (customerId: CustomerId, { eventId, date }: Pick<StudioClass, 'eventId' | 'date'>) =>
    queryOptions({
      queryKey: ['classes', 'places', { customerId, dateId: date.id }],
      queryFn: (context) => call(classes.getClassPlaces, { params: { customerId, eventId, dateId: date.id } }, context),
    }),
};
