import { Fault, type FaultOrder } from './fault.ts';

export interface StandingFault {
  id: string;
  fault: Fault;
  /** Calls of its endpoint so far, skipped ones included. */
  calls: number;
}

export interface Hit {
  fault: Fault;
  /** 0 for the first call that the fault hits. */
  nth: number;
}

/** The misbehaviours that are switched on. Nothing here is left to chance: same orders, same calls, same faults. */
export class Faults {
  #standing: StandingFault[] = [];
  #made = 0;

  /** Switches a misbehaviour on and answers its id. Throws a ZodError when the order makes no sense. */
  add(order: FaultOrder): string {
    this.#made += 1;
    const id = `fault_${this.#made}`;
    this.#standing.push({ id, fault: Fault.parse(order), calls: 0 });
    return id;
  }

  /** Answers false when there is no such fault any more. */
  remove(id: string): boolean {
    const before = this.#standing.length;
    this.#standing = this.#standing.filter((standing) => standing.id !== id);
    return this.#standing.length < before;
  }

  clear(): void {
    this.#standing = [];
  }

  list(): readonly StandingFault[] {
    return this.#standing;
  }

  /** Counts a call of an endpoint and answers the faults that hit it, in the order in which they were switched on. */
  hit(endpoint: string): Hit[] {
    const hits: Hit[] = [];
    for (const standing of this.#standing) {
      const { fault } = standing;
      if (fault.endpoint !== '*' && fault.endpoint !== endpoint) continue;
      const nth = standing.calls - fault.skip;
      standing.calls += 1;
      if (nth >= 0) hits.push({ fault, nth });
    }
    this.#standing = this.#standing.filter(({ fault, calls }) => calls < fault.skip + (fault.count ?? Infinity));
    return hits;
  }
}
