import { ProfileValues } from '#contract/customer.ts';
import { cleanPastedEmail } from '#shared/text/clean-pasted.ts';

const Email = ProfileValues.shape.email;

/** Slips of the hand, and what was meant. */
const SLIPS: [slip: RegExp, meant: string][] = [
  [/\s+at\s+/giu, '@'],
  [/\s+dot\s+/giu, '.'],
  [/\s+/gu, ''],
  [/@{2,}/g, '@'],
  [/[,;:]/g, '.'],
  [/\.{2,}/g, '.'],
  [/\.?@\.?/g, '@'],
  [/^[.@]+|[.@]+$/g, ''],
];

/** An address that was probably meant by one that cannot be right: "ronald@@example.com" → "ronald@example.com". */
export function suggestEmail(text: string): string | undefined {
  const typed = text.trim();
  if (Email.safeParse(typed).success) return undefined;
  const meant = SLIPS.reduce(
    (address, [slip, replacement]) => address.replace(slip, replacement),
    cleanPastedEmail(text),
  );
  return Email.safeParse(meant).success ? meant : undefined;
}
