import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { CustomerEvent, DirectoryEvent, SessionEvent } from '#contract/live.ts';
import type { Audience } from '../directory/write-list.ts';
import { maskAnswer } from '../mask/mask-answer.ts';
import type { Schedule } from '#kit/clock.ts';
import type { EventBus } from './event-bus.ts';
import { EventStream, frame } from './event-stream.ts';

/** Quiet connections are cut by proxies, often after a minute. */
const HEARTBEAT_MS = 20_000;
/** So many events are kept for browsers that come back. */
const MOST_KEPT = 500;
/** More characters than these are not sent again at once: reading the list is shorter. */
const LONGEST_REPLAY = 100_000;
/** Windows of one member of staff; the oldest makes room. */
export const MOST_STREAMS = 8;

export interface Watcher {
  staffId: string;
  audience: Audience;
  /** Says whose stream it is (`SESSION_VIEW_HEADER`). */
  view: string;
}

interface Connection extends Watcher {
  stream: EventStream;
  /** Who the session belongs to by now, and what they may see; nothing when it is over. */
  identify: () => Promise<Watcher | undefined>;
}

interface Kept {
  id: string;
  frames: Record<Audience, string>;
}

/** Tells open browsers what has changed, each only what its member of staff may see. */
export class LiveEvents {
  readonly #schedule: Schedule;
  readonly #connections = new Set<Connection>();
  // Ids of a process that has ended mean nothing to this one.
  readonly #run = randomBytes(6).toString('hex');
  #count = 0;
  readonly #kept: Kept[] = [];
  #isLooking = false;
  #isLookDue = false;
  #stopBeating: (() => void) | undefined;
  #isClosed = false;

  constructor(bus: EventBus, schedule: Schedule) {
    this.#schedule = schedule;
    bus.subscribe((message) => {
      if (message.kind === 'sessions') void this.#lookAgain();
      else if (message.kind === 'missed') this.tellDirectory({ asOf: null });
      else if (message.kind === 'profile') {
        this.#tellCustomer({ customer: message.profile, by: message.by, state: message.state });
      }
    });
  }

  /** Not for the other processes: each has a copy of the list of its own. */
  tellDirectory(event: DirectoryEvent): void {
    this.#tell('directory', event, event);
  }

  /** A new stream. `after`: the id of the last event that this browser has seen, if it has been here before. */
  open(watcher: Watcher, identify: Connection['identify'], after: string | undefined): Readable {
    const connection: Connection = {
      ...watcher,
      identify,
      stream: new EventStream(() => this.#connections.delete(connection)),
    };
    const { stream } = connection;
    if (this.#isClosed) {
      stream.end('closing');
      return stream.body;
    }
    stream.send(frameOfView(watcher.view));
    for (const text of this.#missedSince(after, watcher.audience)) stream.send(text);
    this.#connections.add(connection);
    const own = [...this.#connections].filter(({ staffId }) => staffId === watcher.staffId);
    for (const { stream } of own.slice(0, -MOST_STREAMS)) stream.end('too_many');
    this.#beat();
    return stream.body;
  }

  /** Of the newest event. */
  get lastId(): string {
    return `${this.#run}-${this.#count}`;
  }

  /** How many browsers are connected. */
  get size(): number {
    return this.#connections.size;
  }

  /** Ends every stream, so that the server can close. */
  close(): void {
    this.#isClosed = true;
    this.#stopBeating?.();
    for (const { stream } of this.#connections) stream.end('closing');
    this.#connections.clear();
  }

  #tellCustomer(event: CustomerEvent): void {
    this.#tell('customer', event, maskAnswer(event));
  }

  #tell(name: string, full: unknown, masked: unknown): void {
    this.#count += 1;
    const id = this.lastId;
    const frames = { full: frame(name, full, id), masked: frame(name, masked, id) };
    this.#kept.push({ id, frames });
    if (this.#kept.length > MOST_KEPT) this.#kept.shift();
    for (const { audience, stream } of this.#connections) stream.send(frames[audience]);
  }

  /** What a browser has missed; when that is not known any more, it is told to read the list again. */
  #missedSince(after: string | undefined, audience: Audience): string[] {
    if (after === undefined) {
      // Not yet an event: from here on nothing is missed.
      return [`id: ${this.lastId}\n\n`];
    }
    if (after === this.lastId) return [];
    const at = this.#kept.findIndex(({ id }) => id === after);
    const isFirst = after === `${this.#run}-0` && this.#count <= MOST_KEPT;
    const missed = this.#kept.slice(at + 1).map(({ frames }) => frames[audience]);
    const length = missed.reduce((sum, text) => sum + text.length, 0);
    if ((at < 0 && !isFirst) || length > LONGEST_REPLAY) {
      const event: DirectoryEvent = { asOf: null };
      return [frame('directory', event, this.lastId)];
    }
    return missed;
  }

  #beat(): void {
    this.#stopBeating ??= this.#schedule(HEARTBEAT_MS, () => {
      this.#stopBeating = undefined;
      for (const { stream, view } of this.#connections) stream.send(frameOfView(view));
      void this.#lookAgain();
      if (this.#connections.size > 0) this.#beat();
    });
  }

  /** One look at a time. Messages that come during it cause one more: a stream that it has passed may have to end by now. */
  async #lookAgain(): Promise<void> {
    this.#isLookDue = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      while (this.#isLookDue) {
        this.#isLookDue = false;
        await this.#look();
      }
    } finally {
      this.#isLooking = false;
    }
  }

  /** A user who has signed out, was disabled or may see something else by now loses the stream, and comes back if they may. */
  async #look(): Promise<void> {
    for (const connection of this.#connections) {
      const { stream, staffId, view } = connection;
      let now: Watcher | undefined;
      try {
        now = await connection.identify();
      } catch {
        // The database does not answer: what was true a moment ago is taken to be true, until it does.
        continue;
      }
      if (!now || now.staffId !== staffId) stream.end('signed_out');
      else if (now.view !== view) stream.end('closing');
    }
  }
}

/** Without an id of its own: it is no event that could be missed. */
function frameOfView(view: string): string {
  const event: SessionEvent = { view };
  return frame('session', event);
}
