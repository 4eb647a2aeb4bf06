import type { Sandbox } from '../../server/sandbox/app.ts';

type Fault = Parameters<Sandbox['faults']['add']>[0];

const READS = ['getProfile', 'listBookings', 'listNotes', 'listPassPurchases', 'listAppointments', '*'] as const;
const ANY = [...READS, 'updateProfile', 'updateProfile', 'createToken'] as const;

/** Switches misbehaviour on and off at random, until told to stop; then everything is in order again. */
export class Chaos {
  readonly #sandbox: Sandbox;
  readonly #random: () => number;
  #standing: string[] = [];
  /** What was ordered, by kind. */
  readonly ordered = new Map<string, number>();

  constructor(sandbox: Sandbox, random: () => number) {
    this.#sandbox = sandbox;
    this.#random = random;
  }

  /** One change: a new misbehaviour, the end of one, or the API client suspended or resumed. */
  step(): void {
    const { faults, clients, client } = this.#sandbox;
    const choice = this.#random();
    if (choice < 0.4) {
      const oldest = this.#standing.shift();
      if (oldest !== undefined) faults.remove(oldest);
    } else if (choice < 0.41) {
      this.#count('suspended');
      clients.update(client.id, { isSuspended: true });
    } else if (choice < 0.5) {
      clients.update(client.id, { isSuspended: false });
    } else {
      const fault = this.#invent();
      this.#count('when' in fault && fault.when === 'after' ? `${fault.kind} after` : fault.kind);
      this.#standing.push(faults.add(fault));
    }
  }

  /** Reservie works again. */
  calm(): void {
    const { faults, clients, client } = this.#sandbox;
    faults.clear();
    this.#standing = [];
    clients.update(client.id, { isSuspended: false });
  }

  #invent(): Fault {
    const [kind = 0, target = 0, amount = 0, moment = 0] = Array.from({ length: 4 }, this.#random);
    const endpoint = this.#pick(ANY, target);
    const count = 1 + Math.floor(amount * 12);
    const when = moment < 0.5 ? ('before' as const) : ('after' as const);
    const faults: Fault[] = [
      { endpoint, kind: 'latency', ms: Math.floor(amount * 1_500), jitterMs: 800, seed: count, count: 20, when },
      { endpoint, kind: 'status', status: this.#pick([500, 502, 503], amount), count, when },
      { endpoint, kind: 'status', status: 429, retryAfterSeconds: 1 + Math.floor(amount * 3), count: 2 },
      { endpoint, kind: 'hang', count: 3, when },
      { endpoint, kind: 'reset', count, when },
      { endpoint, kind: 'truncate', count },
      { endpoint, kind: 'malformed-json', count },
      { endpoint: this.#pick(READS, target), kind: 'missing-field', field: 'email', count },
      { endpoint: 'listBookings', kind: 'wrong-type', field: 'bookings', count },
      { endpoint: this.#pick(READS, target), kind: 'unknown-values', count },
      { endpoint: this.#pick(READS, target), kind: 'extra-fields', count },
      { endpoint: 'listNotes', kind: 'drifting-total', count },
    ];
    return this.#pick(faults, kind);
  }

  #pick<Item>(items: readonly Item[], at: number): Item {
    const item = items[Math.floor(at * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  #count(what: string): void {
    this.ordered.set(what, (this.ordered.get(what) ?? 0) + 1);
  }
}
