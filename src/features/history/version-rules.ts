import type { ProfileVersion } from '#contract/history.ts';

const FIELDS = ['firstname', 'lastname', 'email', 'mobile', 'archived'] as const;

/** Who made a version. */
export function describeOrigin({ origin, by }: ProfileVersion): string {
  if (origin === 'first') return 'As Studio Desk first saw it';
  return origin === 'outside' ? 'Changed outside Studio Desk' : `Changed by ${by ?? 'a member of staff'}`;
}

/** What a version says differently from the one before it; learning for the first time who is archived is no change. */
export function changedFields(version: ProfileVersion, before: ProfileVersion | undefined): Set<string> {
  if (!before) return new Set();
  return new Set(FIELDS.filter((field) => before[field] !== null && version[field] !== before[field]));
}
