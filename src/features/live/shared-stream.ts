import * as z from 'zod/mini';
import type { EventStream } from './live-client.ts';

/** As many as the gateway keeps would be more than windows of one browser ever miss of each other. */
const MOST_KEPT = 200;
/** A window that has the stream answers in milliseconds; one that stands still does not. */
const PATIENCE_MS = 5_000;

const TYPES = ['open', 'session', 'customer', 'directory', 'bye', 'error'] as const;

const Heard = z.object({ type: z.enum(TYPES), data: z.string(), id: z.string() });
type Heard = z.infer<typeof Heard>;

/** What the windows of one browser say to each other; they may be of different versions of Studio Desk. */
const Told = z.union([
  /** A window has come that has seen everything up to `after`. */
  z.object({ kind: z.literal('joining'), from: z.string(), after: z.nullable(z.string()) }),
  z.object({ kind: z.literal('welcome'), to: z.string(), events: z.array(Heard) }),
  /** Another window has the stream now. */
  z.object({ kind: z.literal('leading') }),
  z.object({ kind: z.literal('heard'), event: Heard }),
]);
type Told = z.infer<typeof Told>;

/** What of the browser is used here. */
export interface StreamParts {
  /** Runs `work` as the only window that does, until it ends; `signal` ends the waiting for that. */
  lock: (name: string, signal: AbortSignal, work: () => Promise<void>) => Promise<void>;
  openChannel: (name: string) => Pick<BroadcastChannel, 'postMessage' | 'close' | 'addEventListener'>;
  openSource: (url: string) => EventStream;
}

/**
 * One event stream for all windows of a browser: over HTTP/1.1 it has six connections to a host, and six visible windows
 * would stall the seventh. The window that holds a lock has the stream and passes on what it hears; when it is closed or
 * hidden, another one gets the lock and asks the gateway for what happened since the last event that it has seen.
 */
export class SharedStream implements EventStream {
  readonly #listeners: Parameters<EventStream['addEventListener']>[] = [];
  readonly #parts: StreamParts;
  readonly #self = crypto.randomUUID();
  readonly #end = new AbortController();
  readonly #channel: ReturnType<StreamParts['openChannel']>;
  readonly #kept: Heard[] = [];
  #lastId: string | null;
  /** The last event that says whose stream it is. */
  #view: Heard | undefined;
  #source: EventStream | undefined;
  #isLeading = false;
  #isWelcome = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** `name`: only windows with the same user in them share a stream. */
  constructor(name: string, url: string, parts: StreamParts) {
    this.#parts = parts;
    this.#lastId = new URLSearchParams(url.split('?')[1]).get('after');
    this.#channel = parts.openChannel(name);
    this.#channel.addEventListener('message', ({ data }) => this.#hearWindow(data));
    parts.lock(name, this.#end.signal, () => this.#lead()).catch(() => undefined);
    this.#join();
    this.#patience = setTimeout(() => this.#listen(), PATIENCE_MS);
  }

  addEventListener(...listener: Parameters<EventStream['addEventListener']>): void {
    this.#listeners.push(listener);
  }

  close(): void {
    this.#end.abort();
    clearTimeout(this.#patience);
    this.#source?.close();
    this.#channel.close();
  }

  /** Ends with this window’s use of the stream; the lock goes to the next window then. */
  #lead(): Promise<void> {
    this.#isLeading = true;
    this.#listen();
    if (this.#view) this.#tell({ kind: 'leading' });
    return new Promise((resolve) => this.#end.signal.addEventListener('abort', () => resolve()));
  }

  #join(): void {
    this.#tell({ kind: 'joining', from: this.#self, after: this.#lastId });
  }

  /** A stream of this window’s own. */
  #listen(): void {
    clearTimeout(this.#patience);
    if (this.#source || this.#end.signal.aborted) return;
    const query = this.#lastId === null ? '' : `?after=${encodeURIComponent(this.#lastId)}`;
    const source = this.#parts.openSource(`/api/events${query}`);
    this.#source = source;
    for (const type of TYPES) {
      source.addEventListener(type, (event) => {
        const { data, lastEventId } = event;
        this.#hear({ type, data: typeof data === 'string' ? data : '', id: lastEventId ?? '' });
      });
    }
  }

  #hear(event: Heard): void {
    const isFirst = this.#view === undefined && event.type === 'session';
    if (this.#isLeading) this.#tell({ kind: 'heard', event });
    this.#pass(event);
    // Those who came before it began can be told now where they are.
    if (this.#isLeading && isFirst) this.#tell({ kind: 'leading' });
  }

  #hearWindow(data: unknown): void {
    const parsed = Told.safeParse(data);
    if (!parsed.success || this.#end.signal.aborted) return;
    const told = parsed.data;
    if (told.kind === 'joining') {
      if (this.#isLeading && this.#view) this.#welcome(told.from, told.after, this.#view);
    } else if (told.kind === 'leading') {
      if (!this.#isWelcome) this.#join();
    } else if (told.kind === 'welcome') {
      if (told.to === this.#self && !this.#isWelcome) this.#follow(told.events);
    } else if (this.#isWelcome && !this.#source) {
      this.#pass(told.event);
    }
  }

  #welcome(to: string, after: string | null, view: Heard): void {
    const id = this.#lastId ?? '';
    const at = this.#kept.findLastIndex((event) => event.id === after);
    const isUpToDate = after === null || after === this.#lastId;
    const missed = at >= 0 ? this.#kept.slice(at + 1) : [{ type: 'directory' as const, data: '{"asOf":null}', id }];
    this.#tell({ kind: 'welcome', to, events: [{ ...view, id: isUpToDate ? id : '' }, ...(isUpToDate ? [] : missed)] });
  }

  #follow(events: readonly Heard[]): void {
    this.#isWelcome = true;
    clearTimeout(this.#patience);
    this.#source?.close();
    this.#source = undefined;
    this.#pass({ type: 'open', data: '', id: '' });
    for (const event of events) this.#pass(event);
  }

  /** To this window. */
  #pass(event: Heard): void {
    if (event.id !== '') this.#lastId = event.id;
    if (event.type === 'session') this.#view = event;
    if (event.type === 'customer' || event.type === 'directory') this.#kept.push(event);
    if (this.#kept.length > MOST_KEPT) this.#kept.shift();
    const message = new MessageEvent<unknown>(event.type, { data: event.data, lastEventId: event.id });
    for (const [type, listener] of this.#listeners) if (type === event.type) listener(message);
  }

  #tell(told: Told): void {
    this.#channel.postMessage(told);
  }
}
