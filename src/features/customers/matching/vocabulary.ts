/** Every word that is in a name, once. Words are numbered as they come; `prefixRange` counts in alphabetical order. */
export class Vocabulary {
  readonly words: string[] = [];
  readonly #ids = new Map<string, number>();
  #sorted: Uint32Array = new Uint32Array();

  get size(): number {
    return this.words.length;
  }

  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    this.words.push(word);
    this.#ids.set(word, this.words.length - 1);
    return this.words.length - 1;
  }

  idOf(word: string): number | undefined {
    return this.#ids.get(word);
  }

  has(word: string): boolean {
    return this.#ids.has(word);
  }

  hasPrefix(prefix: string): boolean {
    return this.words[this.#order()[this.#lowerBound(prefix)] ?? -1]?.startsWith(prefix) ?? false;
  }

  /** The ids of all words that begin so. */
  withPrefix(prefix: string): Uint32Array {
    const order = this.#order();
    const from = this.#lowerBound(prefix);
    return order.subarray(from, this.#lowerBound(`${prefix}\u{10FFFF}`));
  }

  #order(): Uint32Array {
    if (this.#sorted.length !== this.words.length) this.#sorted = this.#sort();
    return this.#sorted;
  }

  /** Few are new when a customer was changed: those are put in their places instead of sorting all again. */
  #sort(): Uint32Array {
    const { words } = this;
    const known = this.#sorted;
    const fresh = Array.from({ length: words.length - known.length }, (_, at) => known.length + at);
    fresh.sort((a, b) => compare(words[a] ?? '', words[b] ?? ''));
    const merged = new Uint32Array(words.length);
    let old = 0;
    let next = 0;
    for (let at = 0; at < merged.length; at++) {
      const left = known[old];
      const right = fresh[next];
      const takesLeft =
        left !== undefined && (right === undefined || compare(words[left] ?? '', words[right] ?? '') <= 0);
      merged[at] = (takesLeft ? left : right) ?? 0;
      if (takesLeft) old += 1;
      else next += 1;
    }
    return merged;
  }

  #lowerBound(text: string): number {
    const order = this.#order();
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[order[middle] ?? 0] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
