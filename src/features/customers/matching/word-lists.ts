import { IS_EXTRA, IS_LAST_NAME, type NameWord } from './name-words.ts';
import type { Vocabulary } from './vocabulary.ts';

const WORD_ID = 0x3fff_ffff;

/** The words of every name as numbers, one list behind the other: 100,000 names are 1 MB and are scanned in 1 ms. */
export class WordLists {
  entries = new Uint32Array(4096);
  starts = new Uint32Array(1024);
  lengths = new Uint8Array(1024);
  #used = 0;

  /** Replaces what was at the place. */
  put(place: number, words: readonly NameWord[], vocabulary: Vocabulary): void {
    const count = Math.min(words.length, 255);
    this.#makeRoom(place, count);
    this.starts[place] = this.#used;
    this.lengths[place] = count;
    for (const { word, flags } of words.slice(0, count)) {
      this.entries[this.#used] = (vocabulary.add(word) | flags) >>> 0;
      this.#used += 1;
    }
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
