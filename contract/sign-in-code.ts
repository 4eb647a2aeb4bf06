/** White space, hyphens of every kind, and what has no width: people copy them along, and mean none of them. */
const SEPARATORS = /[\p{Z}\p{Cc}\p{Pd}\p{DI}\u02D7\u2212\u2043\u2800]/gu;

/**
 * A code as it is compared: six digits, or a backup code in small letters with its hyphen. What is neither stays as it
 * is, to be refused.
 */
export function normaliseCode(text: string): string {
  const bare = text.normalize('NFKC').replace(SEPARATORS, '');
  if (/^\d{6}$/.test(bare)) return bare;
  return /^[A-Za-z0-9]{10}$/.test(bare) ? `${bare.slice(0, 5)}-${bare.slice(5)}`.toLowerCase() : text.trim();
}
