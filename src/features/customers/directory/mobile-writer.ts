import type { FormatMobile } from '#shared/format/mobile.ts';
import type { DirectoryRow } from './directory-protocol.ts';
import { nextTurn } from './take-turns.ts';

/** So many take a millisecond or two. */
const AT_ONCE = 20;

/**
 * Writes mobiles as they are shown, which takes longer than all else of a row: a page that draws 200 rows a second has no
 * time for it.
 */
export class MobileWriter {
  #format: FormatMobile | undefined;
  #isLoading = false;
  #latest = 0;

  /** For the rows that were asked for last; no row waits for the code, which a first screen does without. */
  async write(rows: readonly DirectoryRow[], country: string): Promise<void> {
    this.#latest += 1;
    const own = this.#latest;
    if (!this.#isLoading) void this.#load();
    for (const [at, row] of rows.entries()) {
      if (!this.#format || own !== this.#latest) return;
      row.written = { mobile: this.#format(row.customer.mobile, country), country };
      // A search or other rows may be asked for meanwhile.
      if (at % AT_ONCE === AT_ONCE - 1) await nextTurn();
    }
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    try {
      this.#format = (await import('#shared/format/format-mobile.ts')).formatMobile;
    } catch {
      // The page writes them itself. The next rows try again.
      this.#isLoading = false;
    }
  }
}
