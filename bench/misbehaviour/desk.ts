import { CustomerProfile } from '../../contract/customer.ts';
import type { Witness } from './witness.ts';

/**
 * One customer, whom only this desk edits, one save after the other. So it knows which first names can be true: exactly one
 * after a save that was confirmed, two after one whose outcome is unknown.
 */
export class Desk {
  readonly id: string;
  readonly #witness: Witness;
  readonly #putsSoFar: () => number;
  readonly #graceMs: number;
  /** What Reservie may say now. */
  #possible: Set<string>;
  /** What it said at any time. */
  readonly #history: Set<string>;
  #saves = 0;
  /** Until then another gateway may not know of the last save. */
  #settledAt = 0;
  confirmed = 0;
  unclear = 0;

  /**
   * `putsSoFar`: how many PUTs for this customer reached Reservie and were not turned away with 401. `graceMs`: how long
   * several gateways may take to learn of a save.
   */
  constructor(id: string, firstname: string, witness: Witness, putsSoFar: () => number, graceMs = 0) {
    this.#graceMs = graceMs;
    this.id = id;
    this.#witness = witness;
    this.#putsSoFar = putsSoFar;
    this.#possible = new Set([firstname]);
    this.#history = new Set([firstname]);
  }

  /** Reads the profile and checks it. */
  async look(): Promise<string | undefined> {
    const before = new Set(this.#possible);
    const seen = await this.#witness.ask('profile', `/api/customers/${this.id}/profile`);
    if (seen.status !== 200) return undefined;
    const { id, firstname } = profileOf(seen.json);
    const isTrue = before.has(firstname) || this.#possible.has(firstname);
    if (id !== this.id) this.#blame(`shows ${id}`);
    else if (seen.isStale || this.#isLagging() ? !this.#history.has(firstname) : !isTrue)
      this.#blame(`shows a first name that is not true`);
    return firstname;
  }

  /** Saves a new first name, and takes note of what may be true from now on. Whether the save was confirmed. */
  async save(): Promise<boolean> {
    const from = await this.look();
    if (from === undefined) return false;
    this.#saves += 1;
    const to = `Name${this.#saves}`;
    const puts = this.#putsSoFar();
    this.#history.add(to);
    const before = this.#possible;
    this.#possible = new Set([...before, to]);
    const seen = await this.#witness.ask('save', `/api/customers/${this.id}/profile`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ firstname: { from, to } }),
    });
    this.#settledAt = Date.now() + this.#graceMs;
    if (this.#putsSoFar() - puts > 1) this.#blame('was written twice by one save');
    if (seen.status === 200) {
      this.confirmed += 1;
      this.#possible = new Set([to]);
      if (profileOf(seen.json).firstname !== to) this.#blame('confirms another name than was saved');
    } else if (seen.status === 0 || seen.message.includes('may or may not')) {
      this.unclear += 1;
    } else {
      this.#possible = before;
    }
    return seen.status === 200;
  }

  #isLagging(): boolean {
    return Date.now() < this.#settledAt;
  }

  /** What Reservie really says, now that it is in order. */
  settle(firstname: string): void {
    if (!this.#possible.has(firstname)) this.#blame('lost a write, or kept one that was reported as refused');
    this.#possible = new Set([firstname]);
  }

  #blame(what: string): void {
    this.#witness.violations.push(`customer ${this.id} ${what}`);
  }
}

export function profileOf(json: unknown): CustomerProfile {
  const { data } = json as { data: unknown };
  return CustomerProfile.parse(data);
}
