import * as z from 'zod/mini';
import { CustomerId } from './id.ts';
import { hasControlCharacter, hasDigit, hasVisibleCharacter } from './visible-text.ts';

const profileFields = {
  id: CustomerId,
  type: z.literal('customer'),
  firstname: z.string(),
  lastname: z.string(),
  email: z.string(),
  /** As it was typed; `""` when there is none. */
  mobile: z.string(),
};

/** A row of the customer list: the only place that knows `archived` (docs/reservie-api.md, "Customers"). */
export const Customer = z.object({ ...profileFields, archived: z.boolean() });
export type Customer = z.infer<typeof Customer>;

/** What a profile holds (docs/reservie-api.md, "Customers"). */
export const CustomerProfile = z.object(profileFields);
export type CustomerProfile = z.infer<typeof CustomerProfile>;

/** A person as named inside a booking or a register. */
export const CustomerRef = z.object({
  id: CustomerId,
  type: z.literal('customer'),
  firstname: z.string(),
  lastname: z.string(),
  email: z.string(),
});
export type CustomerRef = z.infer<typeof CustomerRef>;

const longest = (length: number) => z.maxLength(length, `Use at most ${length} characters`);

/** A name that staff may save. */
export const Name = z.string().check(
  z.trim(),
  z.minLength(1, 'Enter a name'),
  longest(100),
  z.refine((name) => name === '' || hasVisibleCharacter(name), 'Enter a name that can be seen'),
  z.refine((name) => !hasControlCharacter(name), 'Use one line of text, without control characters'),
);
const Email = z.string().check(z.trim(), longest(254), z.email('Enter an e-mail address like name@example.com'));
/** A number that staff may save, or nothing. */
const Mobile = z.string().check(
  z.trim(),
  longest(40),
  z.regex(/^[-+()./ \d]*$/, 'Use digits, spaces and + only'),
  z.refine((mobile) => mobile === '' || hasDigit(mobile), 'Enter a number with digits'),
);

/**
 * Body of `PUT /customer/{id}/profile`: three fields every time, `mobile` unchanged if omitted. Its rules are
 * Reservie's, so laxer than ours: what it holds already must be able to go back with a change of another field.
 */
export const ProfileUpdate = z.object({
  firstname: z.string().check(z.trim(), z.minLength(1, 'Enter a name'), longest(100)),
  lastname: z.string().check(z.trim(), z.minLength(1, 'Enter a name'), longest(100)),
  email: Email,
  mobile: z.optional(
    z.string().check(z.trim(), longest(40), z.regex(/^[-+()./\s\d]*$/, 'Use digits, spaces and + only')),
  ),
});
export type ProfileUpdate = z.infer<typeof ProfileUpdate>;

/** The four fields staff may edit, as a form holds them. */
export const ProfileValues = z.object({ firstname: Name, lastname: Name, email: Email, mobile: Mobile });
export type ProfileValues = z.infer<typeof ProfileValues>;
export type ProfileField = keyof ProfileValues;

function change<Value extends z.ZodMiniType<string, string>>(to: Value) {
  return z.optional(z.object({ from: z.string(), to }));
}

/**
 * What staff changed, field by field, and what each field said when they began: enough to merge with changes made
 * elsewhere meanwhile, and to notice when two people changed the same field.
 */
export const ProfileChanges = z
  .object({ firstname: change(Name), lastname: change(Name), email: change(Email), mobile: change(Mobile) })
  .check(z.refine((changes) => Object.values(changes).some((field) => field !== undefined), 'Nothing was changed'));
export type ProfileChanges = z.infer<typeof ProfileChanges>;
