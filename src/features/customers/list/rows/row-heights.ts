/**
 * Where each row of a long list begins, when most were never drawn: those have the usual height, and what a drawn row
 * measures beyond it is kept in a Fenwick tree, so that 100,000 rows are asked and corrected in a few steps.
 */
export class RowHeights {
  readonly count: number;
  /** In pixels, as everything here. */
  readonly usual: number;
  readonly #measured: Map<number, number>;
  #extra: Float64Array | undefined;

  constructor(count: number, usual: number, measured: ReadonlyMap<number, number> = new Map()) {
    this.count = count;
    this.usual = usual;
    this.#measured = new Map();
    for (const [index, height] of measured) this.measure(index, height);
  }

  /** The same rows, more or fewer of them. */
  withCount(count: number): RowHeights {
    return new RowHeights(count, this.usual, this.#measured);
  }

  get total(): number {
    return this.startOf(this.count);
  }

  startOf(index: number): number {
    let extra = 0;
    if (this.#extra) for (let at = index; at > 0; at -= at & -at) extra += this.#extra[at] ?? 0;
    return index * this.usual + extra;
  }

  heightOf(index: number): number {
    return this.#measured.get(index) ?? this.usual;
  }

  /** The row at so many pixels from the first one's top; the first or the last beyond either end. */
  indexAt(offset: number): number {
    let row = 0;
    let rest = offset;
    for (let step = 2 ** Math.floor(Math.log2(Math.max(this.count, 1))); step >= 1; step /= 2) {
      const height = step * this.usual + (this.#extra?.[row + step] ?? 0);
      if (row + step > this.count || height > rest) continue;
      row += step;
      rest -= height;
    }
    return Math.max(0, Math.min(row, this.count - 1));
  }

  /** Answers by how much the row is higher than it was taken for. */
  measure(index: number, height: number): number {
    const change = height - this.heightOf(index);
    if (change === 0 || index >= this.count) return 0;
    this.#measured.set(index, height);
    this.#extra ??= new Float64Array(this.count + 1);
    for (let at = index + 1; at <= this.count; at += at & -at) this.#extra[at] = (this.#extra[at] ?? 0) + change;
    return change;
  }
}
