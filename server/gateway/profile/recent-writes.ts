import type { ProfileField, ProfileValues } from '#contract/customer.ts';

/** How long Reservie's stores may disagree after a write: "up to a few minutes" (docs/reservie-api.md). */
export const LAG_MS = 5 * 60_000;
/** A read that began within that time has its answer so long after it, at the latest. */
const LAST_READ_MS = 60_000;

interface Write {
  to: string;
  /** Values that Reservie may still show although they are over. */
  outdated: Set<string>;
  until: number;
}

/**
 * Overlay of what was written a moment ago, for reads that have not caught up. A value that is neither the written one nor
 * one that it replaced was made by another user since, and wins. Pure: the caller says what time it is.
 */
export class RecentWrites {
  readonly #writes = new Map<string, Map<ProfileField, Write>>();

  /** Call once Reservie has accepted the write. */
  record(customerId: string, before: ProfileValues, after: ProfileValues, now: number): void {
    this.#forgetOld(now);
    const fields = this.#writes.get(customerId) ?? new Map<ProfileField, Write>();
    for (const field of FIELDS) {
      const to = after[field];
      if (before[field] === to) continue;
      const former = fields.get(field);
      const outdated = new Set(former && now < former.until ? former.outdated : []).add(before[field]);
      outdated.delete(to);
      fields.set(field, { to, outdated, until: now + LAG_MS });
    }
    if (fields.size > 0) this.#writes.set(customerId, fields);
  }

  /** The same object when nothing was written to it lately. */
  apply<Row extends ProfileValues & { id: string }>(row: Row, now: number): Row {
    const fields = this.#writes.get(row.id);
    if (!fields) return row;
    const corrected = { ...row };
    for (const [field, write] of fields) {
      if (now < write.until && write.outdated.has(row[field])) corrected[field] = write.to;
    }
    return corrected;
  }

  /**
   * Whether Reservie no longer shows any value that was over with what was written lately: also at the end of that time,
   * when the last read is on its way.
   */
  agrees(row: ProfileValues & { id: string }): boolean {
    for (const [field, write] of this.#writes.get(row.id) ?? []) {
      if (write.outdated.has(row[field])) return false;
    }
    return true;
  }

  #forgetOld(now: number): void {
    for (const [customerId, fields] of this.#writes) {
      for (const [field, write] of fields) if (now >= write.until + LAST_READ_MS) fields.delete(field);
      if (fields.size === 0) this.#writes.delete(customerId);
    }
  }
}

export const FIELDS = ['firstname', 'lastname', 'email', 'mobile'] as const satisfies readonly ProfileField[];
