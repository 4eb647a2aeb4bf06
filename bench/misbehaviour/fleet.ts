import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningGateway, stopGateway } from '../../server/gateway/testing/gateway-processes.ts';
import type { Database } from './database.ts';

const FREEZE_MS = 7_000;
/** A PUT of a gateway that was killed may still be on its way for so long. */
export const LONGEST_PUT_MS = 6_000;

/** The gateways of one studio, and what happens to them and to their database. */
export class Fleet {
  readonly #database: Database;
  readonly #gateways: RunningGateway[];
  /** Killed, frozen or starting, by us. */
  readonly #down = new Set<number>();
  #lastTroubleAt = 0;
  readonly troubles = new Map<string, number>();
  readonly violations: string[] = [];

  private constructor(database: Database, gateways: RunningGateway[]) {
    this.#database = database;
    this.#gateways = gateways;
  }

  static async start(database: Database, count: number): Promise<Fleet> {
    return new Fleet(database, await Promise.all(Array.from({ length: count }, () => database.start())));
  }

  get size(): number {
    return this.#gateways.length;
  }

  /** Whether an answer may have been cut off by what was done on purpose. */
  mayBeCut(): boolean {
    return this.#down.size > 0 || Date.now() - this.#lastTroubleAt < FREEZE_MS + LONGEST_PUT_MS;
  }

  /** As a balancer does: to a gateway that is up, if there is one. */
  addressFor(client: number): string {
    const order = this.#gateways.map((_, index) => (index + client) % this.#gateways.length);
    const index = order.find((at) => !this.#down.has(at)) ?? 0;
    return this.#gateways[index]?.url ?? '';
  }

  /** One after the other: a gateway killed or frozen, the database restarted, frozen or held. */
  async trouble(ends: number, random: () => number): Promise<void> {
    const kinds: Record<string, (much: number) => Promise<void>> = {
      'killed gateway': (much) => this.#kill(Math.floor(much * this.size)),
      'frozen gateway': (much) => this.#freeze(Math.floor(much * this.size)),
      ...this.#database.troubles,
    };
    const names = Object.keys(kinds);
    while (Date.now() < ends - FREEZE_MS) {
      await sleep(1_000 + random() * 3_000);
      const name = names[Math.floor(random() * names.length)] ?? '';
      this.troubles.set(name, (this.troubles.get(name) ?? 0) + 1);
      await kinds[name]?.(random());
      this.#lastTroubleAt = Date.now();
    }
  }

  async areReady(): Promise<boolean> {
    const ready = await Promise.all(
      this.#gateways.map(({ url }) =>
        fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    return ready.every(Boolean);
  }

  async stop(): Promise<void> {
    for (const gateway of this.#gateways) await stopGateway(gateway);
  }

  async #kill(victim: number): Promise<void> {
    const gateway = this.#gateways[victim];
    this.#down.add(victim);
    if (gateway && gateway.child.exitCode === null && gateway.child.signalCode === null) {
      gateway.child.kill('SIGKILL');
      await once(gateway.child, 'exit');
    } else {
      this.violations.push(`a gateway ended by itself: ${gateway?.errors() ?? ''}`);
    }
    this.#gateways[victim] = await this.#database.start();
    this.#down.delete(victim);
  }

  async #freeze(victim: number): Promise<void> {
    this.#down.add(victim);
    this.#gateways[victim]?.child.kill('SIGSTOP');
    await sleep(FREEZE_MS);
    this.#gateways[victim]?.child.kill('SIGCONT');
    this.#down.delete(victim);
  }
}
