import type * as z from 'zod/mini';
import { ByeEvent, CustomerEvent, DirectoryEvent, SessionEvent } from '#contract/live.ts';

/** After failures the next attempt waits so long, in milliseconds, then twice as long, and so on. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** The gateway says something every 20 s; a stream that is silent for so long has died, as it does while a computer sleeps. */
const LONGEST_SILENCE_MS = 50_000;

export interface LiveListener {
  onCustomer: (event: CustomerEvent) => void;
  onDirectory: (event: DirectoryEvent) => void;
  /** Whose stream it is: first of all, and again and again. */
  onView: (view: string) => void;
  /** The session is over, or the stream was refused, which may mean the same. */
  onSignedOut: () => void;
}

/** What of an EventSource is used here. */
export interface EventStream {
  addEventListener: (type: string, listener: (event: MessageEvent<unknown>) => void) => void;
  close: () => void;
}

/**
 * Listens while the page is visible: a browser has few connections, which hidden tabs must not use up. Coming
 * back it asks for what happened since.
 */
export class LiveClient {
  readonly #listener: LiveListener;
  readonly #openStream: (url: string) => EventStream;
  #stream: EventStream | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #pause = FIRST_PAUSE_MS;
  #lastId: string | undefined;
  #isVisible = false;

  /** `after`: the last event before the page was opened, if that is known. */
  constructor(listener: LiveListener, openStream: (url: string) => EventStream, after?: string) {
    this.#listener = listener;
    this.#openStream = openStream;
    this.#lastId = after;
  }

  /** Call when the page is shown or hidden, at the beginning too. */
  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    if (!isVisible) this.#close();
    else if (!this.#stream) this.#open();
  }

  #open(): void {
    clearTimeout(this.#timer);
    const query = this.#lastId === undefined ? '' : `?after=${encodeURIComponent(this.#lastId)}`;
    const stream = this.#openStream(`/api/events${query}`);
    this.#stream = stream;
    let isOpen = false;
    stream.addEventListener('open', () => {
      isOpen = true;
      this.#pause = FIRST_PAUSE_MS;
    });
    stream.addEventListener('session', (event) =>
      this.#receive(event, SessionEvent, ({ view }) => this.#listener.onView(view)),
    );
    stream.addEventListener('customer', (event) => this.#receive(event, CustomerEvent, this.#listener.onCustomer));
    stream.addEventListener('directory', (event) => this.#receive(event, DirectoryEvent, this.#listener.onDirectory));
    stream.addEventListener('bye', (event) => this.#receive(event, ByeEvent, ({ reason }) => this.#leave(reason)));
    // The browser's own second attempt would know nothing of ours, and never follows a refusal.
    stream.addEventListener('error', () => {
      // A script cannot see why: once in a row of failures the page asks who is signed in.
      if (!isOpen && this.#pause === FIRST_PAUSE_MS) this.#listener.onSignedOut();
      this.#comeBack();
    });
    this.#listenForSilence();
  }

  #receive<Data>(event: MessageEvent<unknown>, schema: z.ZodMiniType<Data>, tell: (data: Data) => void): void {
    this.#listenForSilence();
    if (event.lastEventId !== '') this.#lastId = event.lastEventId;
    const parsed = schema.safeParse(parseJson(event.data));
    // A gateway that is newer than this page may say what the page does not know.
    if (parsed.success) tell(parsed.data);
  }

  #leave(reason: ByeEvent['reason']): void {
    if (reason === 'closing') return this.#comeBack();
    this.#close();
    if (reason === 'signed_out') this.#listener.onSignedOut();
  }

  #comeBack(): void {
    this.#close();
    if (!this.#isVisible) return;
    this.#timer = setTimeout(() => this.#open(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }

  #listenForSilence(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#close();
      if (this.#isVisible) this.#open();
    }, LONGEST_SILENCE_MS);
  }

  #close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#stream?.close();
    this.#stream = undefined;
  }
}

function parseJson(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
