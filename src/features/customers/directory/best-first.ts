import { RANK } from '../matching/customer-index.ts';

/** Places by how well each fits; among equals those who are lifted, then in the order given. A counting sort. */
export function bestFirst(places: Uint32Array, ranks: Uint8Array, lifted: ReadonlySet<number>): Uint32Array {
  const starts = new Uint32Array(2 * RANK.none + 3);
  const keys = new Uint16Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0;
    const key = (ranks[place] ?? 0) * 2 + (lifted.size > 0 && lifted.has(place) ? 0 : 1);
    keys[at] = key;
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  }
  for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const ordered = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const key = keys[at] ?? 0;
    const next = starts[key] ?? 0;
    ordered[next] = places[at] ?? 0;
    starts[key] = next + 1;
  }
  return ordered;
}
