import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { LONGEST_NOTIFICATION, notify } from '../store/notifications.ts';
import type { Listen, Store } from '../store/store.ts';
import { type BusListener, BusMessage, type EventBus, LocalBus } from './event-bus.ts';

const RETRY_MS = 1_000;

const Envelope = z.object({ from: z.string(), message: BusMessage });

/** For several processes on one PostgreSQL: LISTEN and NOTIFY. Nothing is kept; what was missed is said to be missed. */
class DatabaseBus implements EventBus {
  readonly #local = new LocalBus();
  readonly #self = randomUUID();
  readonly #store: Store;
  readonly #onTrouble: (message: string) => void;
  readonly #sending = new Set<Promise<void>>();
  #stop: (() => Promise<void>) | undefined;
  #retry: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(store: Store, onTrouble: (message: string) => void) {
    this.#store = store;
    this.#onTrouble = onTrouble;
  }

  async open(listen: Listen): Promise<void> {
    this.#stop = await listen({
      receive: (payload) => this.#receive(payload),
      missed: () => this.#local.publish({ kind: 'missed' }, 'elsewhere'),
    });
  }

  publish(message: BusMessage): void {
    this.#local.publish(message);
    const whole = JSON.stringify({ from: this.#self, message });
    const fits = Buffer.byteLength(whole) <= LONGEST_NOTIFICATION;
    const payload = fits ? whole : JSON.stringify({ from: this.#self, message: { kind: 'missed' } });
    this.#send(payload);
  }

  #send(payload: string): void {
    const sending = notify(this.#store, payload)
      .catch(() => this.#oweMissed())
      .finally(() => this.#sending.delete(sending));
    this.#sending.add(sending);
  }

  /** The other processes are told that they missed something as soon as that is possible: they may not have noticed. */
  #oweMissed(): void {
    if (this.#retry !== undefined || this.#isClosed) return;
    this.#onTrouble('The other processes could not be told of a change; it is tried again.');
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#send(JSON.stringify({ from: this.#self, message: { kind: 'missed' } }));
    }, RETRY_MS);
    this.#retry.unref();
  }

  subscribe(listener: BusListener): () => void {
    return this.#local.subscribe(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    await this.#stop?.();
    await Promise.all(this.#sending);
    await this.#local.close();
  }

  #receive(payload: string): void {
    // Another version of Studio Desk may say what this one does not know.
    const parsed = Envelope.safeParse(parseJson(payload));
    if (!parsed.success) this.#local.publish({ kind: 'missed' }, 'elsewhere');
    else if (parsed.data.from !== this.#self) this.#local.publish(parsed.data.message, 'elsewhere');
  }
}

/** The bus that fits the database. */
export async function openEventBus(store: Store, onTrouble: (message: string) => void): Promise<EventBus> {
  if (!store.listen) return new LocalBus();
  const bus = new DatabaseBus(store, onTrouble);
  await bus.open(store.listen);
  return bus;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
