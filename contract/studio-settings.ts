import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { LocalDate } from './time.ts';

const MOST_RANGES = 30;

/** Days that the studio has a name for, such as “Autumn term”. Both days belong to it. */
export const NamedRange = z
  .object({
    name: z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'Enter a name'),
        z.maxLength(60, 'Use at most 60 characters'),
        z.regex(/^\P{Cc}*$/u),
      ),
    from: LocalDate,
    to: LocalDate,
  })
  .check(z.refine(({ from, to }) => from <= to, { path: ['to'], message: 'Is before the first day' }));
export type NamedRange = z.infer<typeof NamedRange>;

function count(min: number, max: number) {
  const message = `Enter a whole number from ${min} to ${max}`;
  return z.int(message).check(z.gte(min, message), z.lte(max, message));
}

/** What the studio means by the words that its staff use. */
export const StudioSettings = z.object({
  /** A pass, a subscription or a video that ends within so many days ends “soon”. */
  soonDays: count(1, 60),
  /** So many credits left on a pass, or fewer, are few. */
  lowCredits: count(1, 20),
  /** A customer is new for so many classes: 1 is the very first class only. */
  newClasses: count(1, 20),
  namedRanges: z.array(NamedRange).check(
    z.maxLength(MOST_RANGES, `Keep at most ${MOST_RANGES} ranges`),
    z.refine((ranges) => new Set(ranges.map(({ name }) => name.toLowerCase())).size === ranges.length, {
      message: 'Two ranges have the same name',
    }),
  ),
});
export type StudioSettings = z.infer<typeof StudioSettings>;

export const DEFAULT_STUDIO_SETTINGS: StudioSettings = { soonDays: 7, lowCredits: 1, newClasses: 1, namedRanges: [] };

/** `revision` counts the changes; 0: nothing was ever set. */
const KnownSettings = z.object({ revision: z.int().check(z.gte(0)), settings: StudioSettings });
export type KnownSettings = z.infer<typeof KnownSettings>;

export const studioSettings = {
  getStudioSettings: endpoint({
    method: 'GET',
    path: '/api/studio/settings',
    access: 'viewer',
    summary: 'Say what the studio means by soon, low and new, and which ranges of days it has named.',
    answer: KnownSettings,
  }),
  changeStudioSettings: endpoint({
    method: 'PUT',
    path: '/api/studio/settings',
    access: 'manager',
    summary: 'Replace the studio’s settings. `revision` is the one that was edited: an older one is a conflict.',
    body: KnownSettings,
    answer: KnownSettings,
  }),
};
