const PREFIX = 'cust_';
/** Numbers below have a slot of their own: 4 bytes each, 4 MB at most. */
const MOST_SLOTS = 1_000_000;
const NONE = -1;

/**
 * Where each customer stands, by id in lower case. Reservie numbers customers, and an array by number is filled sooner than a
 * Map by text; any other id is in a Map.
 */
export class Places {
  #slots = new Int32Array(1024).fill(NONE);
  readonly #others = new Map<string, number>();

  get(id: string): number | undefined {
    const slot = slotOf(id);
    if (slot < 0) return this.#others.get(id);
    const place = this.#slots[slot] ?? NONE;
    return place === NONE ? undefined : place;
  }

  set(id: string, place: number): void {
    const slot = slotOf(id);
    if (slot < 0) {
      this.#others.set(id, place);
      return;
    }
    if (slot >= this.#slots.length) {
      const grown = new Int32Array(Math.min(MOST_SLOTS, slot * 2)).fill(NONE);
      grown.set(this.#slots);
      this.#slots = grown;
    }
    this.#slots[slot] = place;
  }
}

/** The number in an id; negative for what is no plain number (`cust_007` is not `cust_7`), or is too large. */
function slotOf(id: string): number {
  if (!id.startsWith(PREFIX) || id.length === PREFIX.length || id.length > PREFIX.length + 6) return NONE;
  let number = 0;
  for (let at = PREFIX.length; at < id.length; at++) {
    const digit = id.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9 || (digit === 0 && number === 0)) return NONE;
    number = number * 10 + digit;
  }
  return number;
}
