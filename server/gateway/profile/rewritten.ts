import type { ProfileValues } from '#contract/customer.ts';
import { FIELDS } from './recent-writes.ts';

/**
 * What Reservie makes of a value when it tidies it up: spaces trimmed and joined, letters composed, an address in lower
 * case, a number without its spaces. Two values with the same tidy form are one value to staff.
 */
function tidy(field: string, value: string): string {
  const text = value
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
  if (field === 'email') return text.toLowerCase();
  return field === 'mobile' ? text.replace(/[\s().\u2010-\u2015-]+/g, '') : text;
}

/** Whether `found` is what `written` became; what the field said `before` proves nothing. */
export function isWrittenAs(field: string, written: string, found: string, before: string): boolean {
  return found === written || (found !== before && tidy(field, found) === tidy(field, written));
}

/** Whether one profile is the other, tidied up. */
export function isRewritten(written: ProfileValues, found: ProfileValues): boolean {
  return FIELDS.every((field) => tidy(field, written[field]) === tidy(field, found[field]));
}
