import type { Customer } from '#contract/customer.ts';
import { IS_EXTRA, IS_LAST_NAME, nameWords } from './name-words.ts';
import type { Vocabulary } from './vocabulary.ts';

const WORD_ID = 0x3fff_ffff;
/** Their number is kept in a byte. */
const MOST_WORDS = 255;

/** The words of every name as numbers, one list behind the other: 100,000 names are 1 MB and are scanned in 1 ms. */
export class WordLists {
  entries = new Uint32Array(4096);
  starts = new Uint32Array(1024);
  lengths = new Uint8Array(1024);
  #used = 0;

  /** Most names are those of many customers. */
  readonly #firstNames = new Map<string, readonly number[]>();
  readonly #lastNames = new Map<string, readonly number[]>();

  /** Replaces what was at the place. */
  put(place: number, { firstname, lastname }: Pick<Customer, 'firstname' | 'lastname'>, vocabulary: Vocabulary): void {
    const first = entriesOf(firstname, 0, this.#firstNames, vocabulary);
    const last = entriesOf(lastname, IS_LAST_NAME, this.#lastNames, vocabulary);
    const count = Math.min(first.length + last.length, MOST_WORDS);
    this.#makeRoom(place, count);
    this.starts[place] = this.#used;
    this.lengths[place] = count;
    const end = this.#used + count;
    for (const entry of first) if (this.#used < end) this.entries[this.#used++] = entry;
    for (const entry of last) if (this.#used < end) this.entries[this.#used++] = entry;
  }

  #makeRoom(place: number, count: number): void {
    if (place >= this.starts.length) {
      this.starts = grown(this.starts, new Uint32Array(Math.max(place + 1, this.starts.length * 2)));
      this.lengths = grown(this.lengths, new Uint8Array(this.starts.length));
    }
    if (this.#used + count > this.entries.length) {
      this.entries = grown(this.entries, new Uint32Array((this.#used + count) * 2));
    }
  }
}

function entriesOf(
  name: string,
  field: Parameters<typeof nameWords>[1],
  known: Map<string, readonly number[]>,
  vocabulary: Vocabulary,
): readonly number[] {
  const before = known.get(name);
  if (before) return before;
  const entries = nameWords(name, field).map(({ word, flags }) => (vocabulary.add(word) | flags) >>> 0);
  known.set(name, entries);
  return entries;
}

function grown<Numbers extends Uint8Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

export function wordIdOf(entry: number): number {
  return entry & WORD_ID;
}

export function isExtra(entry: number): boolean {
  return entry >= IS_EXTRA;
}

export function isLastName(entry: number): boolean {
  return (entry & IS_LAST_NAME) !== 0;
}
