import type { CustomerProfile, ProfileChanges, ProfileField, ProfileValues } from '#contract/customer.ts';
import { cleanPastedEmail, cleanPastedMobile, cleanPastedName } from '#shared/text/clean-pasted.ts';

export const PROFILE_FIELDS = ['firstname', 'lastname', 'email', 'mobile'] as const satisfies readonly ProfileField[];

/** What staff mean by what they typed or pasted. */
export const CLEAN: Record<ProfileField, (text: string) => string> = {
  firstname: cleanPastedName,
  lastname: cleanPastedName,
  email: cleanPastedEmail,
  mobile: cleanPastedMobile,
};

/** What the form holds for a profile. */
export function toForm(profile: CustomerProfile): ProfileValues {
  const { firstname, lastname, email, mobile } = profile;
  return { firstname, lastname, email, mobile };
}

/** Values as they would be saved: cleaned where staff touched them, and nowhere else. */
export function cleanValues(base: ProfileValues, values: ProfileValues): ProfileValues {
  const cleaned = { ...values };
  for (const field of PROFILE_FIELDS) {
    if (values[field] !== base[field]) cleaned[field] = CLEAN[field](values[field]);
  }
  return cleaned;
}

/** Fields whose value differs from where the editing began; spaces around a value do not count. */
export function changedFields(base: ProfileValues, values: ProfileValues): ProfileField[] {
  const cleaned = cleanValues(base, values);
  return PROFILE_FIELDS.filter((field) => cleaned[field].trim() !== base[field].trim());
}

/** Only what was changed, with what it said before: an untouched `mobile` is never sent. */
export function toBody(base: ProfileValues, values: ProfileValues): ProfileChanges {
  const cleaned = cleanValues(base, values);
  return Object.fromEntries(
    changedFields(base, values).map((field) => [field, { from: base[field], to: cleaned[field] }]),
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
    } else if (cleanValues(base, values)[field] === latest[field]) {
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
