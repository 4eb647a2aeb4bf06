import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { DuplicateReason } from '../matching/duplicate-evidence.ts';

/** Customers who are probably one person, and why. */
export interface DuplicateGroup {
  customers: Customer[];
  reasons: DuplicateReason[];
}

/** What customers are compared by, in short: another one means that their data have changed. */
export function fingerprintOf(customers: readonly Customer[]): string {
  const text = customers
    .map(({ id, firstname, lastname, email, mobile, archived }) =>
      [id, firstname, lastname, email, mobile, archived].join('\n'),
    )
    .toSorted()
    .join('\n\n');
  // FNV-1a, twice with different seeds: nothing secret, only unlikely to meet.
  return [0x811c9dc5, 0x01000193].map((seed) => fnv(text, seed).toString(16).padStart(8, '0')).join('');
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

export interface DismissedGroup {
  customerIds: readonly CustomerId[];
  fingerprint: string;
}

/** Without the groups of which staff said that they are none, as long as their data are the same. */
export function withoutDismissed(
  groups: readonly DuplicateGroup[],
  dismissed: readonly DismissedGroup[],
): DuplicateGroup[] {
  const known = new Map(
    dismissed.map(({ customerIds, fingerprint }) => [[...customerIds].toSorted().join(' '), fingerprint]),
  );
  return groups.filter(({ customers }) => {
    const key = customers
      .map(({ id }) => id)
      .toSorted()
      .join(' ');
    return known.get(key) !== fingerprintOf(customers);
  });
}
