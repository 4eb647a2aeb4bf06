import { useSyncExternalStore } from 'react';
import type { CustomerId } from '#contract/id.ts';

/** Customers who were ticked, in the order in which they were. */
export class Selection {
  readonly #listeners = new Set<() => void>();
  #ids: ReadonlySet<CustomerId> = new Set();

  readonly ids = (): ReadonlySet<CustomerId> => this.#ids;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Ticks them, or takes their ticks away. */
  set(ids: Iterable<CustomerId>, isSelected: boolean): void {
    const next = new Set(this.#ids);
    for (const id of ids) {
      if (isSelected) next.add(id);
      else next.delete(id);
    }
    this.#replace(next);
  }

  clear(): void {
    this.#replace(new Set());
  }

  #replace(next: ReadonlySet<CustomerId>): void {
    this.#ids = next;
    for (const listener of this.#listeners) listener();
  }
}

/** The one selection of this page: it outlives searches, sorting and a look at a customer, and ends with the page. */
export const selection = new Selection();

export function useSelection(): ReadonlySet<CustomerId> {
  return useSyncExternalStore(selection.subscribe, selection.ids);
}
