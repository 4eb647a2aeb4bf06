import * as z from 'zod/mini';

/** A calendar day, `2026-03-03`: query filters. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/**
 * Wall-clock time without a zone, `2026-03-03T09:00:00`. It belongs to the event's own `tz` where one stands beside it,
 * otherwise to the studio's zone; never to the browser's.
 */
export const LocalDateTime = z.iso.datetime({ local: true, offset: false }).check(z.regex(/\d$/));
export type LocalDateTime = z.infer<typeof LocalDateTime>;

/** A moment, `2026-03-03T09:00:00Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;
