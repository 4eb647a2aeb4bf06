import type { CustomerProfile, ProfileChanges, ProfileField, ProfileValues } from '#contract/customer.ts';

export const PROFILE_FIELDS = ['firstname', 'lastname', 'email', 'mobile'] as const satisfies readonly ProfileField[];

/** What the form holds for a profile. */
export function toForm(profile: CustomerProfile): ProfileValues {
  const { firstname, lastname, email, mobile } = profile;
  return { firstname, lastname, email, mobile };
}

/** Fields whose value differs from where the editing began; spaces around a value do not count. */
export function changedFields(base: ProfileValues, values: ProfileValues): ProfileField[] {
  return PROFILE_FIELDS.filter((field) => values[field].trim() !== base[field].trim());
}

/** Only what was changed, with what it said before: an untouched `mobile` is never sent. */
export function toBody(base: ProfileValues, values: ProfileValues): ProfileChanges {
  return Object.fromEntries(
    changedFields(base, values).map((field) => [field, { from: base[field], to: values[field].trim() }]),
  );
}

interface Editing {
  /** Where the editing of each field began. */
  base: ProfileValues;
  values: ProfileValues;
}

/**
 * Takes in a newer profile without touching what is being typed: fields that staff left alone follow it; fields that
 * staff changed keep both the text and where it began, so that saving can notice a clash.
 */
export function rebase({ base, values }: Editing, latest: ProfileValues): Editing {
  const next: Editing = { base: { ...base }, values: { ...values } };
  const changed = changedFields(base, values);
  for (const field of PROFILE_FIELDS) {
    if (!changed.includes(field)) {
      next.base[field] = latest[field];
      next.values[field] = latest[field];
    } else if (values[field].trim() === latest[field]) {
      next.base[field] = latest[field];
    }
  }
  return next;
}

/**
 * After a save: `saved` is where editing goes on from. A field takes the saved text unless staff typed on in it while
 * the save was under way.
 */
export function settle(submitted: ProfileValues, values: ProfileValues, saved: ProfileValues): Editing {
  const next: Editing = { base: saved, values: { ...values } };
  for (const field of PROFILE_FIELDS) {
    if (values[field] === submitted[field]) next.values[field] = saved[field];
  }
  return next;
}
