import * as z from 'zod/mini';

const Person = z.object({
  name: z.string(),
  /** Nothing for the customer whose page it is. */
  href: z.optional(z.string()),
});

const Line = z.object({
  month: z.string(),
  day: z.string(),
  clock: z.string(),
  notes: z.string(),
  href: z.string(),
  name: z.string(),
  origin: z.string(),
  attendee: Person,
  spaces: z.optional(z.string()),
  buyer: z.optional(Person),
  paid: z.string(),
  net: z.optional(z.string()),
  states: z.array(z.object({ words: z.string(), color: z.enum(['good', 'warn', 'info', 'gray']) })),
  isOverlapping: z.boolean(),
  /** Over, or cancelled. */
  isQuiet: z.boolean(),
});

/** The first screen of a customer's bookings in words, for rows that stand there before any script has run. */
export const BookingsOutline = z.object({
  /** "6 bookings", and what they are. */
  count: z.string(),
  sentence: z.string(),
  /** These are all. */
  isWhole: z.boolean(),
  groups: z.array(z.object({ title: z.optional(z.string()), sums: z.string(), lines: z.array(Line) })),
});
export type BookingsOutline = z.infer<typeof BookingsOutline>;
export type BookingsOutlineLine = z.infer<typeof Line>;

/** What the words depend on besides the bookings. */
export interface BookingsOutlineContext {
  customerId: string;
  /** ms since 1970. */
  now: number;
  timeZone: string;
  /** BCP 47 tag. */
  locale: string;
}
