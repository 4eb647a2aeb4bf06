import { Readable } from 'node:stream';
import type { ByeEvent } from '#contract/live.ts';

/** A browser that takes no more for so long is gone, or as good as gone: it comes back and reads again. */
const MOST_WAITING_BYTES = 256 * 1024;
const COME_BACK_MS = 2_000;

/** One event on the wire (WHATWG HTML, 9.2, "Server-sent events"). JSON has no line breaks. */
export function frame(event: string, data: unknown, id?: string): string {
  const lines = id === undefined ? '' : `id: ${id}\n`;
  return `${lines}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The open end of one browser's stream. */
export class EventStream {
  readonly body: Readable;
  #isEnded = false;

  constructor(onClose: () => void) {
    this.body = new Readable({ read: () => undefined, highWaterMark: 16 * 1024 });
    this.body.once('close', () => {
      this.#isEnded = true;
      onClose();
    });
    // Some proxies hold a small beginning back.
    this.send(`retry: ${COME_BACK_MS}\n: ${' '.repeat(2_048)}\n\n`);
  }

  send(text: string): void {
    if (this.#isEnded) return;
    this.body.push(text);
    if (this.body.readableLength > MOST_WAITING_BYTES) this.body.destroy();
  }

  /** Says why, and ends. */
  end(reason: ByeEvent['reason']): void {
    if (this.#isEnded) return;
    this.send(frame('bye', { reason }));
    this.#isEnded = true;
    this.body.push(null);
  }
}
