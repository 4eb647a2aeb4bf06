import type { Staff } from '#contract/session.ts';

/** A name that is the only one in the list: with the e-mail address where two are called the same. */
export function nameStaff({ name, email, isDisabled }: Staff, all: readonly Staff[]): string {
  const isShared = all.filter((one) => one.name === name).length > 1;
  return `${name}${isShared ? `, ${email}` : ''}${isDisabled ? ' (disabled)' : ''}`;
}
