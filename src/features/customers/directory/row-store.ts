import type { DirectoryRow, RowWindow } from './directory-protocol.ts';

/** Rows asked for at once: reading more of them from a message would cost a frame. */
const BATCH = 100;
/** So far ahead of the screen rows are at hand, and behind it: a fling passes over 200 a second. */
const AHEAD = 300;
const BEHIND = 100;
/** Rows above and below those that are drawn, should the screen have moved on meanwhile. */
const AROUND = 13;
/** Rows farther from the screen are forgotten. */
const KEPT = 600;

/** Asks for rows of the result that the store belongs to; nothing when it is no longer the current one. */
type AskRows = (from: number, to: number, country: string | undefined) => Promise<RowWindow | undefined>;

/**
 * The rows of one result that are on the page: those on screen and several screens around them, asked for ahead in the
 * direction of the scrolling, so that a fling meets no empty row. The rest stays with the worker.
 */
export class RowStore {
  readonly #total: number;
  readonly #ask: AskRows;
  readonly #rows = new Map<number, DirectoryRow>();
  readonly #listeners = new Set<() => void>();
  #version = 0;
  #view: { first: number; last: number };
  #step: 1 | -1 = 1;
  #asked: { from: number; to: number } | undefined;
  #isShown = false;
  /** Rows whose mobile is not written for it are asked for again. */
  #country: string | undefined;

  constructor(total: number, { from, rows }: RowWindow, ask: AskRows) {
    this.#total = total;
    this.#ask = ask;
    this.#view = { first: from, last: from };
    this.#put({ from, rows });
  }

  /** Grows whenever a row that was on screen without its customer has got one. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Nothing while it is on its way. */
  rowAt(index: number): DirectoryRow | undefined {
    return this.#rows.get(index);
  }

  /** What another answer must begin with, so that nothing on screen goes blank. */
  around(least: number): { from: number; to: number } {
    const { first, last } = this.#view;
    const from = Math.max(0, first - AROUND);
    return { from, to: Math.max(from + least, last + AROUND) };
  }

  /** What is drawn from now on: rows `first` to `last` (exclusive), with mobiles as this country writes them. */
  show(first: number, last: number, country?: string): void {
    if (first !== this.#view.first) this.#step = first > this.#view.first ? 1 : -1;
    this.#view = { first, last };
    // Who still types is not kept waiting for rows beyond the screen: the list asks for them once it rests.
    const isAtRest = !this.#isShown && this.#missingFrom(first, last - first, 1) === undefined;
    this.#isShown = true;
    this.#country = country;
    if (!isAtRest) this.lookAhead();
  }

  /** Asks for the rows to come, one batch after the other; at once for those on screen. */
  lookAhead(): void {
    const missing = this.#firstMissing();
    if (missing === undefined) return;
    const isOnScreen = missing >= this.#view.first && missing < this.#view.last;
    if (this.#asked && (!isOnScreen || (missing >= this.#asked.from && missing < this.#asked.to))) return;
    const from = this.#step === 1 ? missing : Math.max(0, missing + 1 - BATCH);
    const asked = { from, to: Math.min(from + BATCH, this.#total) };
    this.#asked = asked;
    this.#ask(asked.from, asked.to, this.#country).then(
      (window) => this.#take(asked, window),
      // The query itself tells of failures; the next movement asks again.
      () => this.#take(asked, undefined),
    );
  }

  #take(asked: { from: number; to: number }, window: RowWindow | undefined): void {
    const isLatest = this.#asked === asked;
    if (isLatest) this.#asked = undefined;
    if (!window) return;
    const { first, last } = this.#view;
    let isAwaited = false;
    for (let index = Math.max(first, window.from); index < Math.min(last, window.from + window.rows.length); index++) {
      isAwaited ||= !this.#rows.has(index);
    }
    this.#put(window);
    for (const index of this.#rows.keys()) {
      if (index < first - KEPT || index > last + KEPT) this.#rows.delete(index);
    }
    if (isAwaited) {
      this.#version += 1;
      for (const listener of this.#listeners) listener();
    }
    // A worker that cannot write them yet is asked by the next movement.
    if (!this.#isWritten(window.rows.at(-1))) this.#country = undefined;
    if (isLatest && window.rows.length > 0) this.lookAhead();
  }

  #put({ from, rows }: RowWindow): void {
    for (const [at, row] of rows.entries()) this.#rows.set(from + at, row);
  }

  /** What is drawn, then ahead of it, then behind it. */
  #firstMissing(): number | undefined {
    const { first, last } = this.#view;
    const ahead = this.#step === 1 ? last : first - 1;
    const behind = this.#step === 1 ? first - 1 : last;
    return (
      this.#missingFrom(this.#step === 1 ? first : last - 1, last - first, this.#step) ??
      this.#missingFrom(ahead, AHEAD, this.#step) ??
      this.#missingFrom(behind, BEHIND, this.#step === 1 ? -1 : 1)
    );
  }

  #missingFrom(start: number, count: number, step: 1 | -1): number | undefined {
    for (let at = 0; at < count; at++) {
      const index = start + at * step;
      if (index < 0 || index >= this.#total) return undefined;
      if (!this.#isWritten(this.#rows.get(index))) return index;
    }
    return undefined;
  }

  #isWritten(row: DirectoryRow | undefined): boolean {
    return row !== undefined && (this.#country === undefined || row.written?.country === this.#country);
  }
}
